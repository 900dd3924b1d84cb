package app.clientele.site;

import static java.util.Objects.requireNonNull;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets controllers take a {@link View} and answer with a template. */
class Pages implements HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler {
    private final Site site;

    Pages(Site site) {
        this.site = site;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == View.class;
    }

    @Override
    public View resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        return site.view(request(web), response(web));
    }

    private static HttpServletRequest request(NativeWebRequest web) {
        return requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    }

    private static HttpServletResponse response(NativeWebRequest web) {
        return requireNonNull(web.getNativeResponse(HttpServletResponse.class));
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return JteModel.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object page,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        if (page instanceof JteModel model) {
            write(model, response(web));
        }
    }

    /** Renders to memory first, so that an error never leaves half a page. */
    private static void write(JteModel page, HttpServletResponse response) throws IOException {
        var bytes = new Utf8ByteOutput();
        page.render(bytes);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.getContentLength());
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "HX-Request");
        bytes.writeTo(response.getOutputStream());
    }
}
