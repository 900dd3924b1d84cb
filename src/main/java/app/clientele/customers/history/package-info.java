/** What changed in a record: told field by field, put back, undone. */
@NamedInterface("history")
@NullMarked
package app.clientele.customers.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
