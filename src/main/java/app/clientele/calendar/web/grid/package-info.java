/** The calendar page: days and weeks, colleagues side by side. */
@NullMarked
package app.clientele.calendar.web.grid;

import org.jspecify.annotations.NullMarked;
