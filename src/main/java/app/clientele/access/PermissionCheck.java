package app.clientele.access;

import app.clientele.shared.Caller;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;

/**
 * Stands before every public method of every service: without a permission that fits, nothing is
 * called.
 */
@Configuration(proxyBeanMethods = false)
class PermissionCheck {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor permissionAdvisor() {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(
                        new PublicServiceMethods(), (MethodInterceptor) PermissionCheck::check);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static @Nullable Object check(MethodInvocation call) throws Throwable {
        Requires requires = call.getMethod().getAnnotation(Requires.class);
        if (requires == null && call.getMethod().getAnnotation(Open.class) == null) {
            throw new IllegalStateException("Neither @Requires nor @Open: " + call.getMethod());
        }
        if (requires != null && !fits(requires.value())) {
            throw new NotAllowed(requires.value());
        }
        return call.proceed();
    }

    private static boolean fits(Permission[] anyOf) {
        return Caller.isBound() && Arrays.stream(anyOf).anyMatch(Caller.current()::may);
    }

    private static final class PublicServiceMethods extends StaticMethodMatcherPointcut {
        private PublicServiceMethods() {
            setClassFilter(type ->
                    type.getName().startsWith("app.clientele.")
                            && type.isAnnotationPresent(Service.class));
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return Modifier.isPublic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class;
        }
    }
}
