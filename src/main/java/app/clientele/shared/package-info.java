/** What every module speaks in: identifiers, pages, permissions, refusals. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.clientele.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
