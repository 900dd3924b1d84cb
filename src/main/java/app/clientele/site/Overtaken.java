package app.clientele.site;

import app.clientele.shared.Stale;
import gg.jte.models.runtime.JteModel;
import java.util.LinkedHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Tells on a form what somebody else changed meanwhile; what was typed stays in its fields. */
public final class Overtaken {
    private Overtaken() {}

    /** The form again, ready to be saved over what the other one wrote. */
    public static JteModel form(
            View view, Stale stale, Typed typed, BiFunction<Typed, FormErrors, JteModel> form) {
        Typed again = typed.with("_version", stale.version());
        return view.status(HttpStatus.CONFLICT, form.apply(again, errors(view, stale)));
    }

    public static FormErrors errors(View view, Stale stale) {
        var sentences = new LinkedHashMap<String, String>();
        sentences.put("", view.t("site.overtaken"));
        for (Stale.Clash clash : stale.clashes()) {
            sentences.put(clash.field(), sentence(view, clash));
        }
        return new FormErrors(sentences);
    }

    private static String sentence(View view, Stale.Clash clash) {
        String who = clash.by() == null ? view.t("site.overtaken.somebody") : clash.by();
        return readable(clash.theirs())
                ? view.t("site.overtaken.field", who, clash.theirs())
                : view.t("site.overtaken.changed", who);
    }

    /** Identifiers, and a box that is ticked or not, say nothing to anybody. */
    private static boolean readable(@Nullable String text) {
        return text != null && !text.matches("true|false|[0-9a-f]{8}-[0-9a-f-]{27}");
    }
}
