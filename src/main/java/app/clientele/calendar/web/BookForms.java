package app.clientele.calendar.web;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.calendar.availability.FreeVisits;
import app.clientele.calendar.rules.CustomerPrice;
import app.clientele.calendar.rules.CustomerPrices;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Verdict;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Wish;
import app.clientele.calendar.web.BookPart.Facts;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.notes.Alert;
import app.clientele.customers.notes.Alerts;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills the booking form with what follows from what was chosen in it so far. */
class BookForms {
    private final Branches branches;
    private final Services services;
    private final Customers customers;
    private final Alerts alerts;
    private final MayBook mayBook;
    private final CustomerPrices prices;
    private final FreeStarts free;
    private final Clock clock;

    BookForms(
            Branches branches,
            Services services,
            Customers customers,
            Alerts alerts,
            MayBook mayBook,
            CustomerPrices prices,
            FreeStarts free,
            Clock clock) {
        this.branches = branches;
        this.services = services;
        this.customers = customers;
        this.alerts = alerts;
        this.mayBook = mayBook;
        this.prices = prices;
        this.free = free;
        this.clock = clock;
    }

    BookForm of(View view, Typed typed) {
        List<Branch> places = branches.all(false);
        Typed arranged = BookParts.arranged(typed);
        Optional<Customer> lead = customer(arranged.value("customerId"));
        Typed begun = begun(arranged, places, lead);
        UUID branch = uuid(begun.value("branchId"));
        var offered = services.list(new Filter(null, null, branch, null, false, null));
        List<BookPart> parts =
                BookParts.prefixes(begun).stream()
                        .map(prefix -> part(view, begun, prefix, lead, offered))
                        .toList();
        return new BookForm(
                view,
                begun,
                lead.map(Customer::shownName).orElse(begun.value("_name")),
                places,
                parts,
                free.of(begun, parts),
                FormErrors.none(),
                Doubts.of(begun));
    }

    private Typed begun(Typed typed, List<Branch> places, Optional<Customer> lead) {
        Typed begun = typed;
        if (begun.value("branchId") == null) {
            begun =
                    begun.with(
                            "branchId",
                            lead.map(c -> c.details().preferredBranchId())
                                    .orElseGet(() -> places.getFirst().id()));
        }
        ZoneId zone = zone(places, uuid(begun.value("branchId")));
        if (begun.value("date") == null) {
            begun = begun.with("date", LocalDate.ofInstant(clock.instant(), zone));
        }
        if (BookForm.isWalkIn(begun) && begun.value("time") == null) {
            begun = begun.with("time", free.justBegun(zone));
        }
        return begun;
    }

    private BookPart part(
            View view, Typed typed, String prefix, Optional<Customer> lead, List<Service> offered) {
        boolean guest = typed.value(prefix + "guest") != null;
        Customer person =
                guest
                        ? customer(typed.value(prefix + "customerId")).orElse(null)
                        : lead.orElse(null);
        UUID chosen = uuid(typed.value(prefix + "serviceId"));
        Service service =
                offered.stream().filter(s -> s.id().equals(chosen)).findFirst().orElse(null);
        List<Option> options =
                offered.stream().map(s -> new Option(s.id().toString(), label(view, s))).toList();
        boolean anew = prefix.isEmpty() || guest;
        var facts = facts(typed, prefix, person, service, anew);
        return new BookPart(
                view,
                typed,
                FormErrors.none(),
                prefix,
                person,
                service,
                options,
                colleague(offered, uuid(typed.value(prefix + "staffId"))),
                facts);
    }

    private static @Nullable Option colleague(List<Service> offered, @Nullable UUID staff) {
        return offered.stream()
                .flatMap(s -> s.performers().stream())
                .filter(p -> p.staffId().equals(staff))
                .findFirst()
                .map(p -> new Option(p.staffId().toString(), p.name()))
                .orElse(null);
    }

    private Facts facts(
            Typed typed,
            String prefix,
            @Nullable Customer person,
            @Nullable Service service,
            boolean anew) {
        if (person == null) {
            return Facts.NONE;
        }
        var known = anew ? alerts.of(person.id()) : List.<Alert>of();
        if (service == null) {
            return new Facts(known, List.of(), null, null);
        }
        UUID staff = uuid(typed.value(prefix + "staffId"));
        UUID branch = uuid(typed.value("branchId"));
        try {
            Verdict verdict =
                    mayBook.decide(
                            new Wish(person.id(), service.id(), branch, staff, null, Way.DESK));
            return new Facts(
                    known, verdict.objections(), verdict.terms(), own(person, service, staff));
        } catch (Invalid e) {
            return new Facts(known, List.of(), null, null); // sending the form tells
        }
    }

    /** With this colleague rather than with everybody. */
    private @Nullable CustomerPrice own(Customer person, Service service, @Nullable UUID staff) {
        return prices.of(person.id()).stream()
                .filter(p -> p.serviceId().equals(service.id()))
                .filter(p -> p.staffId() == null || p.staffId().equals(staff))
                .min(Comparator.comparing(p -> p.staffId() == null))
                .orElse(null);
    }

    private static String label(View view, Service service) {
        String lasts = view.formats().minutes(service.minutes());
        return service.price() == null
                ? view.t("appointments.service.lasts", service.name(), lasts)
                : view.t(
                        "appointments.service.costs",
                        service.name(),
                        lasts,
                        MoneyText.whole(service.price(), view.locale()));
    }

    private Optional<Customer> customer(@Nullable String typed) {
        UUID id = uuid(typed);
        try {
            return id == null ? Optional.empty() : Optional.of(customers.get(id));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ZoneId zone(List<Branch> places, @Nullable UUID branch) {
        return places.stream()
                .filter(b -> b.id().equals(branch))
                .findFirst()
                .map(b -> ZoneId.of(b.zone()))
                .orElse(ZoneId.of("UTC"));
    }

    /** The same form on another day: what is free then. */
    List<FreeVisits.Start> free(BookForm form, LocalDate day) {
        return free.of(form.typed().with("date", day), form.parts());
    }
}
