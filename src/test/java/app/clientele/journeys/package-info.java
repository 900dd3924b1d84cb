/** What people do, in a real browser. */
@NullMarked
package app.clientele.journeys;

import org.jspecify.annotations.NullMarked;
