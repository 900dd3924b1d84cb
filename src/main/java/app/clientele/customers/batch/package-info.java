/** Writes many customers at once, each row new or somebody known: what imports need. */
@NamedInterface("batch")
@NullMarked
package app.clientele.customers.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
