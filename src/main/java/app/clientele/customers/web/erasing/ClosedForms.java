package app.clientele.customers.web.erasing;

import app.clientele.customers.Locks;
import app.clientele.customers.web.merging.MergedPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Opens no form of a record that waits to be erased: what is typed there could not be saved. */
class ClosedForms implements HandlerInterceptor, WebMvcConfigurer {
    private static final Pattern FORM =
            Pattern.compile(
                    "/customers/[^/]+/(edit|photo|lock|merge|tags|alerts/new|weights/new|family/(add|create|[-\\p{XDigit}]{36})"
                            + "|(alerts|notes|fields|custom)/[^/]+/edit)");

    private final Locks locks;

    ClosedForms(Locks locks) {
        this.locks = locks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getRequestURI();
        if (request.getMethod().equals("GET") && FORM.matcher(path).matches()) {
            MergedPaths.customer(path).ifPresent(locks::checkOpen);
        }
        return true;
    }
}
