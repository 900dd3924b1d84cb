package app.clientele.access.web;

import app.clientele.access.Accounts;
import app.clientele.access.Memberships;
import app.clientele.access.SessionCookie;
import app.clientele.access.Sessions;
import app.clientele.access.SignInThrottle;
import app.clientele.shared.Invalid;
import app.clientele.site.FormErrors;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInPages {
    private final Accounts accounts;
    private final Memberships memberships;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final Templates templates;

    SignInPages(
            Accounts accounts,
            Memberships memberships,
            Sessions sessions,
            SignInThrottle throttle,
            Templates templates) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.sessions = sessions;
        this.throttle = throttle;
        this.templates = templates;
    }

    @GetMapping("/sign-in")
    Object form(View view, @RequestParam(defaultValue = "") String next) {
        if (view.viewer() != null) {
            return view.redirect(ownPath(next));
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
        start(account.orElseThrow(), places.getFirst(), request, response);
        return view.redirect(ownPath(next));
    }

    private Object tooOften(
            View view, HttpServletResponse response, String email, String next, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        FormErrors errors = FormErrors.of("", view.t("access.sign_in.throttled", seconds));
        return view.status(
                HttpStatus.TOO_MANY_REQUESTS, templates.accessSignin(view, email, next, errors));
    }

    private void start(
            UUID account,
            Memberships.Membership place,
            HttpServletRequest request,
            HttpServletResponse response) {
        String device = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        String token = sessions.open(account, place, request.getRemoteAddr(), device);
        SessionCookie.read(request).ifPresent(sessions::end);
        SessionCookie.write(request, response, token);
    }

    @PostMapping("/sign-out")
    Object signOut(View view, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(sessions::end);
        SessionCookie.clear(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return view.redirect("/sign-in", Toast.of("access.signed_out"));
    }

    @GetMapping("/password/{token}")
    Object choosePassword(View view, @PathVariable String token) {
        return accounts.linkedEmail(token)
                .map(email ->
                        (Object) templates.accessPassword(view, token, email, FormErrors.none()))
                .orElseGet(() -> view.status(HttpStatus.NOT_FOUND, templates.accessLinkgone(view)));
    }

    @PostMapping("/password/{token}")
    Object setPassword(
            View view,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password) {
        String email = accounts.linkedEmail(token).orElse(null);
        if (email == null) {
            return view.status(HttpStatus.NOT_FOUND, templates.accessLinkgone(view));
        }
        try {
            boolean set = accounts.setPasswordByLink(token, password);
            return set
                    ? view.redirect("/sign-in", Toast.of("access.password_set"))
                    : view.status(HttpStatus.NOT_FOUND, templates.accessLinkgone(view));
        } catch (Invalid e) {
            return view.invalid(
                    templates.accessPassword(view, token, email, FormErrors.of(view, e)));
        }
    }

    /** Only a path of ours: never another site, never a scheme. */
    private static String ownPath(String next) {
        boolean own =
                next.startsWith("/")
                        && !next.startsWith("//")
                        && next.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return own ? next : "/";
    }
}
