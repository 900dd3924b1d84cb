package app.clientele.calendar.web.feeds;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches;
import app.clientele.business.Staff;
import app.clientele.calendar.feeds.CalendarFeeds;
import app.clientele.calendar.feeds.CalendarFeeds.FeedDetails;
import app.clientele.calendar.feeds.CalendarFeeds.Made;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calendar addresses: handed out, copied once, taken back. */
@Controller
@RequestMapping(FeedPages.PATH)
@Requires(Permission.APPOINTMENT_VIEW)
class FeedPages {
    static final String PATH = "/calendar/feeds";

    private final CalendarFeeds feeds;
    private final ICalendars calendars;
    private final Branches branches;
    private final Staff staff;
    private final Templates templates;

    FeedPages(
            CalendarFeeds feeds,
            ICalendars calendars,
            Branches branches,
            Staff staff,
            Templates templates) {
        this.feeds = feeds;
        this.calendars = calendars;
        this.branches = branches;
        this.staff = staff;
        this.templates = templates;
    }

    /**
     * @param customer only what this one was given, and a new one for them
     */
    @GetMapping
    JteModel list(View view, @RequestParam(required = false) @Nullable UUID customer) {
        return page(view, customer, FormErrors.none());
    }

    private JteModel page(View view, @Nullable UUID customer, FormErrors errors) {
        String whose = customer == null ? null : feeds.customer(customer);
        return templates.feedsList(
                view, customer, whose, feeds.all(customer), options(view), errors);
    }

    /** Oneself first: that is what most want. */
    private List<Option> options(View view) {
        UUID own = requireNonNull(view.viewer()).staffId();
        var people = staff.all();
        return Stream.of(
                        people.stream().filter(m -> m.id().equals(own)).map(FeedPages::option),
                        people.stream().filter(m -> !m.id().equals(own)).map(FeedPages::option),
                        branches.all(false).stream()
                                .map(b -> new Option("branch-" + b.id(), b.name())))
                .flatMap(s -> s)
                .toList();
    }

    private static Option option(Staff.Member member) {
        return new Option("staff-" + member.id(), member.name());
    }

    /**
     * The address is shown by the answer itself: its secret stands in no other and in no cookie.
     */
    @PostMapping
    JteModel create(
            View view,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(required = false) @Nullable UUID customer) {
        try {
            Made made = feeds.create(details(whose, customer));
            return templates.feedsMade(view, made.feed(), calendars.address(made.secret()));
        } catch (Invalid e) {
            return view.invalid(
                    page(view, customer, FormErrors.of("whose", view.t("feeds.whose.missing"))));
        } catch (Refused e) {
            String why = view.reason(e.reasons().getFirst());
            return view.status(HttpStatus.CONFLICT, page(view, customer, FormErrors.of("", why)));
        }
    }

    private static FeedDetails details(String whose, @Nullable UUID customer) {
        if (customer != null) {
            return new FeedDetails(null, null, customer);
        }
        int dash = whose.indexOf('-');
        try {
            UUID id = UUID.fromString(whose.substring(dash + 1));
            return whose.startsWith("branch-")
                    ? new FeedDetails(null, id, null)
                    : new FeedDetails(id, null, null);
        } catch (IllegalArgumentException e) {
            throw new Invalid("staffId", "staff_unknown");
        }
    }

    @PostMapping("/{id}/revocation")
    ResponseEntity<Void> revoke(View view, @PathVariable UUID id) {
        UUID customer = feeds.get(id).customerId();
        feeds.revoke(id);
        String back = customer == null ? PATH : PATH + "?customer=" + customer;
        return view.redirect(back, Toast.of("feeds.revoked"));
    }
}
