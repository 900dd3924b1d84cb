@NullMarked
package app.clientele.calendar.web.rules;

import org.jspecify.annotations.NullMarked;
