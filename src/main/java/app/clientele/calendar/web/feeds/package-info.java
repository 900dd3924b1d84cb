/** Calendar addresses as pages, as API and as what calendar programs read. */
@NullMarked
package app.clientele.calendar.web.feeds;

import org.jspecify.annotations.NullMarked;
