/** The business itself: its settings, its branches, its people. */
@ApplicationModule(allowedDependencies = {"shared", "database", "site", "access"})
@NullMarked
package app.clientele.business;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
