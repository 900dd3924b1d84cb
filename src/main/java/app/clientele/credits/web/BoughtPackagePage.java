package app.clientele.credits.web;

import app.clientele.credits.BoughtPackage;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import org.jspecify.annotations.Nullable;

/**
 * A package somebody has.
 *
 * @param customer whose it is
 */
public record BoughtPackagePage(
        View view, BoughtPackage bought, String customer, Typed typed, FormErrors errors) {
    public String path() {
        return "/bought-packages/" + bought.id();
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    /** Whether it may be ended or handed on. */
    public boolean mayChange() {
        return view.may(Permission.VALUE_EDIT) && bought.state() == BoughtPackage.State.ACTIVE;
    }
}
