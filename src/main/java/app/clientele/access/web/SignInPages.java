package app.clientele.access.web;

import app.clientele.access.Accounts;
import app.clientele.access.Doorway;
import app.clientele.access.Memberships;
import app.clientele.access.SessionCookie;
import app.clientele.access.Sessions;
import app.clientele.access.SignInThrottle;
import app.clientele.site.FormErrors;
import app.clientele.site.OwnPath;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInPages {
    private final Accounts accounts;
    private final Memberships memberships;
    private final Sessions sessions;
    private final Doorway doorway;
    private final SignInThrottle throttle;
    private final Templates templates;

    SignInPages(
            Accounts accounts,
            Memberships memberships,
            Sessions sessions,
            Doorway doorway,
            SignInThrottle throttle,
            Templates templates) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.sessions = sessions;
        this.doorway = doorway;
        this.throttle = throttle;
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    Object form(View view, @RequestParam(defaultValue = "") String next) {
        if (view.viewer() != null) {
            return view.redirect(OwnPath.or(next, "/"));
        }
        return memberships.anyBusiness()
                ? templates.accessSignin(view, "", next, FormErrors.none())
                : view.redirect("/setup");
    }

    @PostMapping("/sign-in")
    Object signIn(
            View view,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next) {
        Optional<Duration> wait = throttle.tryOnce(email, request.getRemoteAddr());
        if (wait.isPresent()) {
            return tooOften(view, response, email, next, wait.get());
        }
        Optional<UUID> account = accounts.authenticate(email, password);
        List<Memberships.Membership> places = account.map(memberships::of).orElse(List.of());
        if (places.isEmpty()) {
            FormErrors errors = FormErrors.of("", view.t("access.sign_in.wrong"));
            return view.invalid(templates.accessSignin(view, email, next, errors));
        }
        throttle.succeeded(email, request.getRemoteAddr());
        doorway.enter(account.orElseThrow(), places.getFirst(), request, response);
        return view.redirect(OwnPath.or(next, "/"));
    }

    private Object tooOften(
            View view, HttpServletResponse response, String email, String next, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        FormErrors errors = FormErrors.of("", view.t("access.sign_in.throttled", seconds));
        return view.status(
                HttpStatus.TOO_MANY_REQUESTS, templates.accessSignin(view, email, next, errors));
    }

    @PostMapping("/sign-out")
    Object signOut(View view, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(sessions::end);
        SessionCookie.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return view.redirect("/sign-in", Toast.of("access.signed_out"));
    }
}
