@NullMarked
package app.clientele.calendar.web.availability;

import org.jspecify.annotations.NullMarked;
