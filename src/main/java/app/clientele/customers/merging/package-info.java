/** Makes one record of two that are the same person, and two again. */
@NullMarked
package app.clientele.customers.merging;

import org.jspecify.annotations.NullMarked;
