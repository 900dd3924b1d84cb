/** Erases customers: asked for, after a while, or because nobody saw them for long. */
@NamedInterface("erasing")
@NullMarked
package app.clientele.customers.erasing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
