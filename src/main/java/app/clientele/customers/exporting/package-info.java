/** Customers as files: the list as a table, and all that is kept about one. */
@NullMarked
package app.clientele.customers.exporting;

import org.jspecify.annotations.NullMarked;
