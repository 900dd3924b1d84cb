/** A branch's day: who comes, what to know about them, and what waits for somebody. */
@NamedInterface("day")
@NullMarked
package app.clientele.calendar.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
