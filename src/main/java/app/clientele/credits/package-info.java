/**
 * Visits that customers have: packages, credits of memberships, credits given by hand, and what
 * they are used for.
 */
@NullMarked
package app.clientele.credits;

import org.jspecify.annotations.NullMarked;
