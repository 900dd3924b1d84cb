/** What customers buy and pay: orders, invoices, payments, what they owe. */
@NullMarked
package app.clientele.sales;

import org.jspecify.annotations.NullMarked;
