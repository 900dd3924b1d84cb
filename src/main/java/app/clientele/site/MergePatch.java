package app.clientele.site;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Maps a PATCH that says only what is to change, as a JSON merge patch (RFC 7396). */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
        method = RequestMethod.PATCH,
        consumes = {"application/json", "application/merge-patch+json"})
public @interface MergePatch {
    /** The path below the controller's own. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value() default {};
}
