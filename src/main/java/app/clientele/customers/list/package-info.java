/** The list of customers: filtered, sorted, page by page, as each likes to see it. */
@NamedInterface("list")
@NullMarked
package app.clientele.customers.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
