/** Who waits for an appointment, and the times that got free and are offered to them. */
@NamedInterface("waitlist")
@NullMarked
package app.clientele.calendar.waitlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
