package app.clientele.sales.web;

import app.clientele.business.Branches;
import app.clientele.sales.PriceExceptions;
import app.clientele.sales.PriceExceptions.PriceException;
import app.clientele.sales.PriceExceptions.Search;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import app.clientele.site.SpreadsheetText;
import app.clientele.site.View;
import de.siegmar.fastcsv.writer.CsvWriter;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The report of what was sold at other than the list price, on a page and as a file. */
@Controller
@Requires(Permission.SALE_VIEW)
class ExceptionPages {
    private static final int AT_ONCE = 500;

    private final PriceExceptions exceptions;
    private final Branches branches;
    private final Templates templates;

    ExceptionPages(PriceExceptions exceptions, Branches branches, Templates templates) {
        this.exceptions = exceptions;
        this.branches = branches;
        this.templates = templates;
    }

    @GetMapping("/sales/exceptions")
    JteModel list(
            View view,
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String cursor) {
        var search = new Search(null, branch, from, until);
        return templates.salesExceptions(
                view, branches.all(true), search, exceptions.list(search, cursor, Limits.of(null)));
    }

    /** With the names of customers, so for those who may take these out. */
    @GetMapping("/sales/exceptions.csv")
    @Requires(Permission.CUSTOMER_EXPORT)
    void file(
            View view,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("price-exceptions.csv")
                        .build()
                        .toString());
        try (CsvWriter csv =
                CsvWriter.builder()
                        .quoteStrategy(SpreadsheetText.QUOTED)
                        .build(response.getWriter())) {
            csv.writeRecord(
                    Stream.of(
                                    "day",
                                    "invoice",
                                    "customer",
                                    "branch",
                                    "what",
                                    "staff",
                                    "quantity",
                                    "list",
                                    "charged",
                                    "difference",
                                    "currency",
                                    "why",
                                    "by")
                            .map(column -> view.t("sales.exceptions.column." + column))
                            .toList());
            write(csv, new Search(null, branch, from, until));
        }
    }

    private void write(CsvWriter csv, Search search) {
        @Nullable String cursor = null;
        do {
            Page<PriceException> some = exceptions.list(search, cursor, AT_ONCE);
            some.items().forEach(e -> csv.writeRecord(cells(e)));
            cursor = some.next();
        } while (cursor != null);
    }

    private static Iterable<String> cells(PriceException e) {
        return Stream.of(
                        e.soldOn().toString(),
                        e.invoiceNumber(),
                        text(e.customer()),
                        text(e.branch()),
                        text(e.name()),
                        text(e.staff()),
                        String.valueOf(e.quantity()),
                        e.listed().getAmount().toPlainString(),
                        e.charged().getAmount().toPlainString(),
                        e.difference().getAmount().toPlainString(),
                        e.charged().getCurrencyUnit().getCode(),
                        text(e.why()),
                        text(e.by()))
                .toList();
    }

    private static String text(@Nullable String text) {
        return SpreadsheetText.harmless(Objects.requireNonNullElse(text, ""));
    }
}
