@NullMarked
package app.clientele.calendar.web.waitlist;

import org.jspecify.annotations.NullMarked;
