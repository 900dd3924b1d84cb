package app.clientele.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets somebody in whose account is known to be theirs: a new session in place of the old one. */
@Component
public class Doorway {
    private final Sessions sessions;

    Doorway(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Opens a session at this place and hands its cookie to the browser. */
    public void enter(
            UUID account,
            Memberships.Membership place,
            HttpServletRequest request,
            HttpServletResponse response) {
        String device = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        String token = sessions.open(account, place, request.getRemoteAddr(), device);
        SessionCookie.read(request).ifPresent(sessions::end);
        SessionCookie.write(request, response, token);
    }
}
