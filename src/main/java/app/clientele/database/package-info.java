/** The database: started, signed in to, walled by business, with a log of changes. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package app.clientele.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
