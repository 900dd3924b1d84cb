/** Value that is kept for customers: what they have, what came in, what went. Below what sells. */
@NullMarked
package app.clientele.ledger;

import org.jspecify.annotations.NullMarked;
