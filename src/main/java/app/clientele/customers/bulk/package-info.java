/** One change made to many customers of the list. */
@NullMarked
package app.clientele.customers.bulk;

import org.jspecify.annotations.NullMarked;
