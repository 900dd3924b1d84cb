package app.clientele.customers.web;

import app.clientele.customers.history.Undo;
import app.clientele.site.Toast;
import java.util.UUID;

/** Says what was just done to a record and offers to take it back. */
public class UndoToasts {
    private final Undo undo;

    UndoToasts(Undo undo) {
        this.undo = undo;
    }

    /** Does it, and says so. */
    public Toast after(UUID customer, String key, Runnable deed, Object... args) {
        var done =
                undo.doing(
                        customer,
                        () -> {
                            deed.run();
                            return true;
                        });
        return of(done, key, args);
    }

    public Toast of(Undo.Done<?> done, String key, Object... args) {
        Toast toast = Toast.of(key, args);
        return done.change() == null ? toast : toast.undo("/undo/" + done.change());
    }
}
