/** What the waiting lists of classes and of appointments have in common: terms, rounds, readers. */
@NamedInterface("offers")
@NullMarked
package app.clientele.calendar.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
