/** Classes: what many take part in at once, planned in series, with rosters and waiting lists. */
@NamedInterface("classes")
@NullMarked
package app.clientele.calendar.classes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
