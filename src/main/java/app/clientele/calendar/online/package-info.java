/** Booking without an account: what is offered, who asks, and the requests that wait. */
@NamedInterface("online")
@NullMarked
package app.clientele.calendar.online;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
