package app.clientele.sales.web;

import app.clientele.sales.books.Books;
import app.clientele.sales.books.Books.Verification;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the books agree. */
@RestController
@RequestMapping("/api/v1/verification")
@Tag(name = "Sales")
@Requires(Permission.SETTINGS_SALES)
class BooksApi {
    private final Books books;

    BooksApi(Books books) {
        this.books = books;
    }

    /** Reckons ledger, invoices and payments again, and names the rows that do not agree. */
    @GetMapping
    Verification verify() {
        return books.verify();
    }
}
