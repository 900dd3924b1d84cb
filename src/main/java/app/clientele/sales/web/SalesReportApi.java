package app.clientele.sales.web;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Businesses;
import app.clientele.sales.DayClose;
import app.clientele.sales.PriceExceptions;
import app.clientele.sales.PriceExceptions.PriceException;
import app.clientele.sales.Purchases;
import app.clientele.sales.Purchases.Purchase;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What sales come to: purchases, prices other than the list's, and a day's close. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sales")
@Requires(Permission.SALE_VIEW)
class SalesReportApi {
    private final Purchases purchases;
    private final PriceExceptions exceptions;
    private final DayClose days;
    private final Branches branches;
    private final Businesses businesses;
    private final Clock clock;

    SalesReportApi(
            Purchases purchases,
            PriceExceptions exceptions,
            DayClose days,
            Branches branches,
            Businesses businesses,
            Clock clock) {
        this.purchases = purchases;
        this.exceptions = exceptions;
        this.days = days;
        this.branches = branches;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** Each service and product a customer bought; with kind only services or only products. */
    @GetMapping("/customers/{customer}/purchases")
    Page<Purchase> purchases(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return purchases.of(customer, kind, cursor, Limits.of(limit));
    }

    /** What was sold at other than the list price, with why and who allowed it. */
    @GetMapping("/price-exceptions")
    Page<PriceException> exceptions(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return exceptions.list(
                new PriceExceptions.Search(customerId, branchId, from, until),
                cursor,
                Limits.of(limit));
    }

    /** What a day at a branch came to; without either today at the first branch. */
    @GetMapping("/day-close")
    DayClose.Day day(
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable LocalDate day) {
        Branch branch = branchId == null ? branches.all(true).getFirst() : branches.get(branchId);
        LocalDate date =
                day == null ? LocalDate.now(clock.withZone(ZoneId.of(branch.zone()))) : day;
        return days.of(branch.id(), date, businesses.current().currency());
    }
}
