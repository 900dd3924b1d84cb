@NullMarked
package app.clientele.calendar.web;

import org.jspecify.annotations.NullMarked;
