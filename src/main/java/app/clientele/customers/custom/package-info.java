/** The fields a business defines itself, and what may stand in them. */
@NamedInterface("custom")
@NullMarked
package app.clientele.customers.custom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
