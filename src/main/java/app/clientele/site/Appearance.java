package app.clientele.site;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark or as the device says; kept on the device, as a desk is shared by many. */
@Controller
class Appearance {
    @PostMapping("/appearance")
    ResponseEntity<?> choose(
            View view,
            HttpServletResponse response,
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String next) {
        if (!Exchange.THEMES.contains(theme)) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        var cookie = ResponseCookie.from("theme", theme).path("/").httpOnly(true).sameSite("Lax");
        var kept = cookie.maxAge(Duration.ofDays(400)).build();
        response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
        return view.htmx()
                ? ResponseEntity.noContent().build()
                : view.redirect(OwnPath.or(next, "/"));
    }
}
