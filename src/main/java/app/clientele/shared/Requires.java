package app.clientele.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which permission a service method, or every page of a controller, asks of its caller; a
 * service method without one nobody may call.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
    /** Any one of these is enough. */
    Permission[] value();
}
