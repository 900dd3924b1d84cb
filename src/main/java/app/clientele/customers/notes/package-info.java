/** What staff write down about a customer: notes, and alerts that ask to be read. */
@NamedInterface("notes")
@NullMarked
package app.clientele.customers.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
