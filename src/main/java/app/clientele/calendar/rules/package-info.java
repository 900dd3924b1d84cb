/** What decides whether a customer may be booked, for what, for how long and at what price. */
@NamedInterface("rules")
@NullMarked
package app.clientele.calendar.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
