package app.clientele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.shared.Caller;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** No service does anything for anybody without saying to whom. */
@ClienteleTest
class PermissionTests {
    @Autowired private ApplicationContext context;

    @Autowired
    @Qualifier("servicePermissions")
    private Advisor advisor;

    @Test
    void everyPublicMethodOfAServiceSaysWhoMayCallIt() {
        assertThat(methods())
                .filteredOn(m -> !m.isAnnotationPresent(Requires.class))
                .filteredOn(m -> !m.isAnnotationPresent(Open.class))
                .isEmpty();
    }

    @Test
    void whoIsOpenSaysWhy() {
        assertThat(methods())
                .filteredOn(m -> m.isAnnotationPresent(Open.class))
                .allMatch(m -> m.getAnnotation(Open.class).value().length() > 10);
    }

    /** With every permission but those asked for, and with no caller at all. */
    @TestFactory
    Stream<DynamicTest> eachRefusesWhoLacksThePermission() {
        return methods()
                .filter(m -> m.isAnnotationPresent(Requires.class))
                .map(m -> DynamicTest.dynamicTest(name(m), () -> refuses(m)));
    }

    private void refuses(Method method) {
        assertThatThrownBy(() -> call(method)).isInstanceOf(NotAllowed.class);
        Set<Permission> others = EnumSet.allOf(Permission.class);
        others.removeAll(List.of(method.getAnnotation(Requires.class).value()));
        var caller =
                new Caller(UUID.randomUUID(), UUID.randomUUID(), Caller.Door.API, null, others);
        assertThatThrownBy(() -> caller.callThrowing(() -> call(method)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aMethodThatSaysNothingIsNeverCalled() {
        var factory = new ProxyFactory(new Forgetful());
        factory.setProxyTargetClass(true);
        factory.addAdvisor(advisor);
        var forgetful = (Forgetful) factory.getProxy();
        assertThatThrownBy(() -> Cast.mia().run(forgetful::openTheSafe))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openTheSafe");
    }

    /** A service whose author thought of everything but this. */
    @Service
    @Profile("never")
    static class Forgetful {
        public void openTheSafe() {
            throw new AssertionError("It was called");
        }
    }

    private Stream<Method> methods() {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .map(AopUtils::getTargetClass)
                .filter(type -> type.getName().startsWith("app.clientele."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .filter(m -> !Modifier.isStatic(m.getModifiers()))
                .filter(m -> !m.isSynthetic());
    }

    private @Nullable Object call(Method method) throws Throwable {
        Object service = context.getBean(method.getDeclaringClass());
        try {
            return service.getClass()
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(service, arguments(method));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static @Nullable Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(PermissionTests::nothing).toArray();
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (!type.isPrimitive()) {
            return null;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == long.class ? (Object) 0L : (Object) 0;
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
