/** Reckons all books again: whether ledger, invoices and payments say the same. */
@NamedInterface("books")
@NullMarked
package app.clientele.sales.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
