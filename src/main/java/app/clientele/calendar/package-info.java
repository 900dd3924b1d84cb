/**
 * Appointments and classes, who is free when, and the preferences that decide what may be booked.
 */
@NullMarked
package app.clientele.calendar;

import org.jspecify.annotations.NullMarked;
