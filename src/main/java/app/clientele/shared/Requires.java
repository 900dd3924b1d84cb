package app.clientele.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which permission a service method, or one page or all pages of a controller, asks of its
 * caller; a service method without one nobody may call. A controller asks for what its answer
 * shows, before anything is written: what is refused must not have happened.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
    /** Any one of these is enough. */
    Permission[] value();
}
