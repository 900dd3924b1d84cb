package app.clientele.access;

import app.clientele.shared.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Runs the rest of a request on behalf of a caller. */
final class Callers {
    private Callers() {}

    static void bind(
            Caller caller, ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            caller.<Boolean, Exception>callThrowing(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
