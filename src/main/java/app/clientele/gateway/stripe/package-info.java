/** Stripe, by its own library. */
@NullMarked
package app.clientele.gateway.stripe;

import org.jspecify.annotations.NullMarked;
