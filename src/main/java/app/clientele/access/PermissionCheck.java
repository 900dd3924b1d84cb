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
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/**
 * Stands before every public method of every service, and before every page and controller that
 * says what it requires: without a permission that fits, nothing is called.
 */
@Configuration(proxyBeanMethods = false)
class PermissionCheck {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor servicePermissions() {
        return advisor(new PublicServiceMethods(), PermissionCheck::checkService);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor pagePermissions() {
        return advisor(new GuardedPages(), PermissionCheck::checkPage);
    }

    private static Advisor advisor(StaticMethodMatcherPointcut where, MethodInterceptor check) {
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(where, check);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static @Nullable Object checkService(MethodInvocation call) throws Throwable {
        Requires requires = call.getMethod().getAnnotation(Requires.class);
        if (requires == null && call.getMethod().getAnnotation(Open.class) == null) {
            throw new IllegalStateException("Neither @Requires nor @Open: " + call.getMethod());
        }
        check(requires);
        return call.proceed();
    }

    private static @Nullable Object checkPage(MethodInvocation call) throws Throwable {
        check(call.getMethod().getDeclaringClass().getAnnotation(Requires.class));
        check(call.getMethod().getAnnotation(Requires.class));
        return call.proceed();
    }

    private static void check(@Nullable Requires requires) {
        if (requires != null && !fits(requires.value())) {
            throw new NotAllowed(requires.value());
        }
    }

    private static boolean fits(Permission[] anyOf) {
        return Caller.isBound() && Arrays.stream(anyOf).anyMatch(Caller.current()::may);
    }

    private static final class PublicServiceMethods extends StaticMethodMatcherPointcut {
        private PublicServiceMethods() {
            setClassFilter(type -> isOurs(type) && type.isAnnotationPresent(Service.class));
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return Modifier.isPublic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class;
        }
    }

    private static final class GuardedPages extends StaticMethodMatcherPointcut {
        private GuardedPages() {
            setClassFilter(type ->
                    isOurs(type) && AnnotatedElementUtils.hasAnnotation(type, Controller.class));
        }

        @Override
        public boolean matches(Method method, Class<?> type) {
            return method.getDeclaringClass() == type
                    && (type.isAnnotationPresent(Requires.class)
                            || method.isAnnotationPresent(Requires.class))
                    && !Modifier.isPrivate(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers());
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("app.clientele.");
    }
}
