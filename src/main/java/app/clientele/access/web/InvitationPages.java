package app.clientele.access.web;

import app.clientele.access.Accounts;
import app.clientele.access.Doorway;
import app.clientele.access.Invitations;
import app.clientele.access.Invitations.Invitation;
import app.clientele.access.Memberships;
import app.clientele.access.SignInThrottle;
import app.clientele.shared.Invalid;
import app.clientele.site.FormErrors;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the links lead that colleagues hand each other: choose a password, join a business. */
@Controller
class InvitationPages {
    private final Accounts accounts;
    private final Invitations invitations;
    private final Memberships memberships;
    private final Doorway doorway;
    private final SignInThrottle throttle;
    private final Templates templates;

    InvitationPages(
            Accounts accounts,
            Invitations invitations,
            Memberships memberships,
            Doorway doorway,
            SignInThrottle throttle,
            Templates templates) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.memberships = memberships;
        this.doorway = doorway;
        this.throttle = throttle;
        this.templates = templates;
    }

    @GetMapping("/password/{token}")
    Object choosePassword(View view, @PathVariable String token) {
        return invitations
                .email(token)
                .map(e -> (Object) templates.accessPassword(view, token, e, FormErrors.none()))
                .orElseGet(() -> gone(view));
    }

    @PostMapping("/password/{token}")
    Object setPassword(
            View view,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password) {
        String email = invitations.email(token).orElse("");
        try {
            Optional<UUID> account = invitations.setPassword(token, password);
            return account.isPresent()
                    ? enter(view, request, response, account.get(), place -> true)
                    : gone(view);
        } catch (Invalid e) {
            return email.isEmpty()
                    ? gone(view)
                    : view.invalid(
                            templates.accessPassword(view, token, email, FormErrors.of(view, e)));
        }
    }

    @GetMapping("/join/{token}")
    Object askToJoin(View view, @PathVariable String token) {
        return invitations
                .find(token)
                .map(i -> (Object) templates.accessJoin(view, token, i, FormErrors.none()))
                .orElseGet(() -> gone(view));
    }

    @PostMapping("/join/{token}")
    Object join(
            View view,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password) {
        Invitation invitation = invitations.find(token).orElse(null);
        if (invitation == null) {
            return gone(view);
        }
        if (throttle.tryOnce(invitation.email(), request.getRemoteAddr()).isPresent()) {
            return wrong(view, token, invitation, "access.join.throttled");
        }
        if (accounts.authenticate(invitation.email(), password).isEmpty()) {
            return wrong(view, token, invitation, "access.join.wrong");
        }
        throttle.succeeded(invitation.email(), request.getRemoteAddr());
        return invitations.join(token, invitation)
                ? enter(view, request, response, invitation.accountId(), isAt(invitation))
                : gone(view);
    }

    private static Predicate<Memberships.Membership> isAt(Invitation invitation) {
        return place -> place.businessId().equals(invitation.businessId());
    }

    private Object wrong(View view, String token, Invitation invitation, String key) {
        FormErrors errors = FormErrors.of("password", view.t(key));
        return view.invalid(templates.accessJoin(view, token, invitation, errors));
    }

    /** Who is nobody's colleague any more gets no further than the sign-in page. */
    private Object enter(
            View view,
            HttpServletRequest request,
            HttpServletResponse response,
            UUID account,
            Predicate<Memberships.Membership> where) {
        var place = memberships.of(account).stream().filter(where).findFirst();
        place.ifPresent(p -> doorway.enter(account, p, request, response));
        return view.redirect(place.isPresent() ? "/" : "/sign-in", Toast.of("access.password_set"));
    }

    private Object gone(View view) {
        return view.status(HttpStatus.NOT_FOUND, templates.accessLinkgone(view));
    }
}
