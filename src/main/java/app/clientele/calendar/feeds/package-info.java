/** Addresses at which calendar programs read appointments. */
@NullMarked
package app.clientele.calendar.feeds;

import org.jspecify.annotations.NullMarked;
