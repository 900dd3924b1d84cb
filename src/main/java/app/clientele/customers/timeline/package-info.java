/** All that happened around a customer, in one list. */
@NullMarked
package app.clientele.customers.timeline;

import org.jspecify.annotations.NullMarked;
