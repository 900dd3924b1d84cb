/** Who gets in, and what they may do there. */
@ApplicationModule(allowedDependencies = {"shared", "database", "site"})
@NullMarked
package app.clientele.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
