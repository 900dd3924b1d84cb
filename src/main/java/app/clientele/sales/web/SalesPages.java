package app.clientele.sales.web;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Businesses;
import app.clientele.sales.DayClose;
import app.clientele.sales.InvoiceStatus;
import app.clientele.sales.Invoices;
import app.clientele.sales.Iou;
import app.clientele.sales.Ious;
import app.clientele.sales.Order;
import app.clientele.sales.Orders;
import app.clientele.sales.Payments;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that was sold, paid and is owed, and what a day came to. */
@Controller
@RequestMapping("/sales")
@Requires(Permission.SALE_VIEW)
class SalesPages {
    private final Invoices invoices;
    private final Payments payments;
    private final Ious ious;
    private final Orders orders;
    private final DayClose days;
    private final Branches branches;
    private final Businesses businesses;
    private final Templates templates;
    private final Clock clock;

    SalesPages(
            Invoices invoices,
            Payments payments,
            Ious ious,
            Orders orders,
            DayClose days,
            Branches branches,
            Businesses businesses,
            Templates templates,
            Clock clock) {
        this.invoices = invoices;
        this.payments = payments;
        this.ious = ious;
        this.orders = orders;
        this.days = days;
        this.branches = branches;
        this.businesses = businesses;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/invoices")
    JteModel invoices(
            View view,
            @RequestParam(required = false) @Nullable InvoiceStatus status,
            @RequestParam(required = false) @Nullable String cursor) {
        var search = new Invoices.Search(null, null, status, null, null, null);
        var drafts =
                cursor == null && status == null
                        ? orders.list(
                                        new Orders.Search(null, null, Order.Status.DRAFT, null),
                                        null,
                                        20)
                                .items()
                        : List.<Order>of();
        return templates.salesInvoices(
                view, status, drafts, invoices.list(search, cursor, Limits.of(null)));
    }

    @GetMapping("/payments")
    JteModel payments(View view, @RequestParam(required = false) @Nullable String cursor) {
        var search = new Payments.Search(null, null, null, null, null);
        return templates.salesPayments(view, payments.list(search, cursor, Limits.of(null)));
    }

    @GetMapping("/ious")
    JteModel ious(View view, @RequestParam(required = false) @Nullable String cursor) {
        var search = new Ious.Search(null, Iou.State.OUTSTANDING);
        return templates.salesIous(view, ious.list(search, cursor, Limits.of(null)));
    }

    @GetMapping("/day")
    JteModel day(
            View view,
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable LocalDate day) {
        List<Branch> all = branches.all(true);
        Branch chosen =
                all.stream().filter(b -> b.id().equals(branch)).findFirst().orElse(all.getFirst());
        LocalDate date =
                day == null ? LocalDate.now(clock.withZone(ZoneId.of(chosen.zone()))) : day;
        return templates.salesDay(
                view, all, chosen, days.of(chosen.id(), date, businesses.current().currency()));
    }
}
