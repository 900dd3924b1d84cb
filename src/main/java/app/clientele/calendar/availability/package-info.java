/** Who is free when, computed here and nowhere else: for the desk, the public page and the API. */
@NamedInterface("availability")
@NullMarked
package app.clientele.calendar.availability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
