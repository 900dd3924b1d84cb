package app.clientele.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts {@link IdempotentRequests} around every POST of the API that carries an Idempotency-Key. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor idempotencyAdvisor(ObjectProvider<IdempotentRequests> requests) {
        MethodInterceptor once =
                call -> {
                    HttpServletRequest request = request();
                    return request == null || request.getHeader(IdempotentRequests.HEADER) == null
                            ? call.proceed()
                            : requests.getObject().once(request, call);
                };
        return new DefaultPointcutAdvisor(new ApiPosts(), once);
    }

    private static @org.jspecify.annotations.Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes servlet
                ? servlet.getRequest()
                : null;
    }

    private static final class ApiPosts extends StaticMethodMatcherPointcut {
        private ApiPosts() {
            setClassFilter(type ->
                    type.getName().startsWith("app.clientele.")
                            && type.isAnnotationPresent(RestController.class));
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return method.isAnnotationPresent(PostMapping.class)
                    && ResponseEntity.class.isAssignableFrom(method.getReturnType());
        }
    }

    /** Reads along with the body of such requests, so that a repeated one is known. */
    @Component
    static class BodyReader extends OncePerRequestFilter {
        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getHeader(IdempotentRequests.HEADER) == null
                    || !request.getRequestURI().startsWith("/api/");
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(new DigestedRequest(request), response);
        }
    }
}
