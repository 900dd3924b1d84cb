@NullMarked
package app.clientele.calendar.web.online;

import org.jspecify.annotations.NullMarked;
