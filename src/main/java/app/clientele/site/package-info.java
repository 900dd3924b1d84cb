/** The frame of every page and the manners of the API. */
@ApplicationModule(allowedDependencies = {"shared", "database"})
@NullMarked
package app.clientele.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
