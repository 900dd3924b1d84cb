package app.clientele.passes.web;

import app.clientele.passes.Pass;
import app.clientele.passes.PassState;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import org.jspecify.annotations.Nullable;

/**
 * A pass as its page shows it.
 *
 * @param wallet whether it can be had for a phone
 * @param typed what was typed into one of its forms
 */
public record PassPage(View view, Pass pass, boolean wallet, Typed typed, FormErrors errors) {
    public String customer() {
        return "/customers/" + pass.customerId();
    }

    public String path() {
        return customer() + "/passes/" + pass.id();
    }

    public boolean mayEdit() {
        return view.may(Permission.PROFILE_EDIT);
    }

    /** Whether it may go there. */
    public boolean may(String state) {
        return mayEdit() && pass.state().next().stream().anyMatch(s -> s.wireName().equals(state));
    }

    public boolean about(String form) {
        return form.equals(typed.value("_form"));
    }

    public @Nullable String error(String form, String field) {
        return about(form) ? errors.get(field) : null;
    }

    public @Nullable String value(String form, String field) {
        return about(form) ? typed.value(field) : null;
    }

    public static String colour(PassState state) {
        return switch (state) {
            case LIVE -> "green";
            case LOST -> "red";
            case REPLACED -> "grey";
        };
    }

    /** What whoever brings it is told. */
    public static String told(View view, Pass pass) {
        return switch (pass.state()) {
            case LIVE -> view.t("passes.told.live");
            case LOST ->
                    view.t(
                            pass.lostNote() == null ? "passes.told.lost" : "passes.told.lost.note",
                            pass.lostAt() == null ? "" : view.date(pass.lostAt()),
                            pass.lostNote());
            case REPLACED ->
                    view.t(
                            "passes.told.replaced",
                            pass.replacedAt() == null ? "" : view.date(pass.replacedAt()));
        };
    }
}
