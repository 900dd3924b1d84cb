/** The page of the day, with which work begins. */
@NullMarked
package app.clientele.calendar.web.day;

import org.jspecify.annotations.NullMarked;
