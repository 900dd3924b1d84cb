/** Who may be the same person as somebody else: asked at the door, and searched at night. */
@NamedInterface("duplicates")
@NullMarked
package app.clientele.customers.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
