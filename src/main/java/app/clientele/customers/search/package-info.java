/** Finds customers by what somebody types, slips forgiven. */
@NamedInterface("search")
@NullMarked
package app.clientele.customers.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
