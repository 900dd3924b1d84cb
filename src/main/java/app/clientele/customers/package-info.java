/** The customer record. */
@ApplicationModule(allowedDependencies = {"shared", "database", "site", "access", "business"})
@NullMarked
package app.clientele.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
