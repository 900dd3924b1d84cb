package app.clientele.customers.web.history;

import app.clientele.customers.history.History.Change;
import app.clientele.customers.history.History.FieldChange;
import app.clientele.site.View;
import java.util.Set;

/** What was done, in a few words: "Note changed", "Alert ended", "Profile locked". */
public final class ChangeTitle {
    /** Fields that are there or not, and for which there are words for either. */
    private static final Set<String> STATES = Set.of("ended", "deactivated");

    private ChangeTitle() {}

    static String of(View view, Change change) {
        if (!change.operation().equals("update")) {
            return view.t("profile.history." + change.entity() + "." + change.operation());
        }
        if (tellsAll(change)) {
            FieldChange state = change.fields().getFirst();
            String end = state.after() == null ? "off" : "on";
            return view.t("profile.history." + state.field() + "." + end);
        }
        if (!change.entity().equals("customer")) {
            return view.t("profile.history." + change.entity() + ".update");
        }
        return change.fields().size() == 1
                ? of(view, change.fields().getFirst())
                : view.tn("profile.history.changed.several", change.fields().size());
    }

    private static String of(View view, FieldChange field) {
        if (!field.field().equals("lockedReason")) {
            String label =
                    field.custom() == null
                            ? view.t("profile.field." + field.field())
                            : field.custom().label();
            return view.t("profile.history.changed", label);
        }
        return field.before() == null
                ? view.t("profile.history.locked")
                : view.t(
                        field.after() == null
                                ? "profile.history.unlocked"
                                : "profile.history.relocked");
    }

    /** Whether the title tells already all that is new. */
    public static boolean tellsAll(Change change) {
        return change.operation().equals("update")
                && change.fields().size() == 1
                && STATES.contains(change.fields().getFirst().field());
    }
}
