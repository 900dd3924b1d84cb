@NullMarked
package app.clientele.calendar.web.classes;

import org.jspecify.annotations.NullMarked;
