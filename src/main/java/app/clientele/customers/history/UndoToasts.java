package app.clientele.customers.history;

import app.clientele.site.Toast;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says what was just done to a record and offers to take it back. */
@Component
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
