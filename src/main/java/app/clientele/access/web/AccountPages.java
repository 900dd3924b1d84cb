package app.clientele.access.web;

import app.clientele.access.Accounts;
import app.clientele.access.Accounts.Preferences;
import app.clientele.access.Doorway;
import app.clientele.access.Memberships;
import app.clientele.access.Memberships.Membership;
import app.clientele.access.Sessions;
import app.clientele.access.SignInThrottle;
import app.clientele.access.SignedIn;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: how pages look, the password, the sessions, the other businesses. */
@Controller
class AccountPages {
    private static final String ME = "app.clientele.access.SignedIn";

    private final Accounts accounts;
    private final Memberships memberships;
    private final Sessions sessions;
    private final Doorway doorway;
    private final SignInThrottle throttle;
    private final Input input;
    private final Templates templates;

    AccountPages(
            Accounts accounts,
            Memberships memberships,
            Sessions sessions,
            Doorway doorway,
            SignInThrottle throttle,
            Input input,
            Templates templates) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.sessions = sessions;
        this.doorway = doorway;
        this.throttle = throttle;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/account")
    Object show(View view, @RequestAttribute(ME) SignedIn me) {
        return page(view, me, begun(), FormErrors.none());
    }

    private Typed begun() {
        var own = accounts.own();
        return Typed.nothing()
                .with("theme", own.theme())
                .with("shortcuts", own.shortcuts())
                .with("language", own.language());
    }

    private JteModel page(View view, SignedIn me, Typed typed, FormErrors errors) {
        var shown =
                new AccountView(me, sessions.own(), memberships.of(me.accountId()), view.locale());
        return templates.accessAccount(view, shown, typed, errors);
    }

    /** This device's own choice of colours gives way to the one made here. */
    @PostMapping("/account/preferences")
    Object prefer(
            View view,
            HttpServletResponse response,
            @RequestAttribute(ME) SignedIn me,
            @RequestParam MultiValueMap<String, String> fields) {
        try {
            accounts.prefer(input.form(fields, Preferences.class));
        } catch (Invalid e) {
            return view.invalid(page(view, me, new Typed(fields), FormErrors.of(view, e)));
        }
        var forgotten = ResponseCookie.from("theme", "").path("/").maxAge(Duration.ZERO);
        response.addHeader(HttpHeaders.SET_COOKIE, forgotten.build().toString());
        return view.redirect("/account", Toast.of("access.account.saved"));
    }

    @PostMapping("/account/password")
    Object changePassword(
            View view,
            HttpServletRequest request,
            @RequestAttribute(ME) SignedIn me,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password) {
        if (throttle.tryOnce(me.email(), request.getRemoteAddr()).isPresent()) {
            FormErrors slow = FormErrors.of("current", view.t("access.join.throttled"));
            return view.invalid(page(view, me, begun(), slow));
        }
        try {
            accounts.changePassword(current, password, me.sessionId());
        } catch (Invalid e) {
            return view.invalid(page(view, me, begun(), FormErrors.of(view, e)));
        }
        throttle.succeeded(me.email(), request.getRemoteAddr());
        return view.redirect("/account", Toast.of("access.account.password_changed"));
    }

    @PostMapping("/account/sessions/{id}/end")
    Object end(View view, @PathVariable UUID id) {
        sessions.endOwn(id);
        return view.redirect("/account", Toast.of("access.account.session_ended"));
    }

    @PostMapping("/account/sessions/end-others")
    Object endOthers(View view, @RequestAttribute(ME) SignedIn me) {
        sessions.endOthers(me.sessionId());
        return view.redirect("/account", Toast.of("access.account.others_ended"));
    }

    @PostMapping("/account/businesses/{business}")
    Object enter(
            View view,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute(ME) SignedIn me,
            @PathVariable UUID business) {
        Membership place =
                memberships.of(me.accountId()).stream()
                        .filter(m -> m.businessId().equals(business))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("business"));
        doorway.enter(me.accountId(), place, request, response);
        return view.redirect("/");
    }
}
