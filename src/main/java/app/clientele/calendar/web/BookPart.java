package app.clientele.calendar.web;

import app.clientele.business.Service;
import app.clientele.calendar.rules.CustomerPrice;
import app.clientele.calendar.rules.Objection;
import app.clientele.calendar.rules.Terms;
import app.clientele.calendar.rules.Weight;
import app.clientele.calendar.web.rules.BookingWords;
import app.clientele.customers.Customer;
import app.clientele.customers.notes.Alert;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One service of a visit in its form.
 *
 * @param prefix what the names of its fields begin with; nothing for the first
 * @param person who comes, if they have a record
 * @param service the one chosen
 * @param asked the colleague named before there is a service, such as by a place in the calendar
 * @param facts what is known of person and service
 */
public record BookPart(
        View view,
        Typed typed,
        FormErrors errors,
        String prefix,
        @Nullable Customer person,
        @Nullable Service service,
        List<Option> services,
        @Nullable Option asked,
        Facts facts) {
    /**
     * What whoever books should know.
     *
     * @param alerts of the customer
     * @param objections what stands against it
     * @param terms how long it takes and what it costs them
     * @param own what was agreed with them, where it differs
     */
    record Facts(
            List<Alert> alerts,
            List<Objection> objections,
            @Nullable Terms terms,
            @Nullable CustomerPrice own) {
        static final Facts NONE = new Facts(List.of(), List.of(), null, null);
    }

    BookPart with(FormErrors found) {
        return new BookPart(view, typed, found, prefix, person, service, services, asked, facts);
    }

    public boolean first() {
        return prefix.isEmpty();
    }

    /** Which of the further ones it is, as the button that removes it says. */
    public String row() {
        return prefix.replaceAll("\\D", "");
    }

    public String name(String field) {
        return prefix + field;
    }

    public @Nullable String value(String field) {
        return typed.value(prefix + field);
    }

    public @Nullable String error(String field) {
        return errors.get(prefix + field);
    }

    /** Whether it is for somebody else than who books. */
    public boolean guest() {
        return value("guest") != null;
    }

    public boolean atStart() {
        return "start".equals(value("when"));
    }

    /** When a guest's part begins. */
    public List<Option> whens() {
        return List.of(
                new Option("start", view.t("appointments.when.start")),
                new Option("after", view.t("appointments.when.after")));
    }

    /** The wrong name, or that there is none. */
    public @Nullable String whoError() {
        return error("guestName") == null ? error("customerId") : error("guestName");
    }

    public @Nullable UUID staffId() {
        return BookForms.uuid(value("staffId"));
    }

    /** Those who perform it, whom the customer prefers first. */
    public List<Option> staff() {
        if (service == null) {
            return asked == null ? List.of() : List.of(asked);
        }
        Set<Option> all = new LinkedHashSet<>();
        for (String favourite : preferred()) {
            performers().stream()
                    .filter(o -> o.value().equals(favourite))
                    .map(o -> new Option(o.value(), view.t("appointments.preferred", o.label())))
                    .forEach(all::add);
        }
        performers().stream().filter(o -> !preferred().contains(o.value())).forEach(all::add);
        return List.copyOf(all);
    }

    private List<String> preferred() {
        return person == null
                ? List.of()
                : person.details().preferredStaffIds().stream().map(UUID::toString).toList();
    }

    private List<Option> performers() {
        return service == null
                ? List.of()
                : service.performers().stream()
                        .filter(Service.Performer::active)
                        .map(p -> new Option(p.staffId().toString(), p.name()))
                        .toList();
    }

    /** How long it takes unless said otherwise. */
    public @Nullable String usualMinutes() {
        Terms terms = facts.terms();
        if (terms != null) {
            return view.formats().minutes(terms.minutes());
        }
        return service == null ? null : view.formats().minutes(service.minutes());
    }

    public List<Alert> alerts() {
        return facts.alerts();
    }

    public List<Objection> objections() {
        return facts.objections();
    }

    public String objection(Objection objection) {
        return BookingWords.objection(view, objection);
    }

    public boolean forbids(Objection objection) {
        return objection.weight() == Weight.REFUSED;
    }

    /** What was agreed with this customer, with whom and why; nothing where all is as usual. */
    public @Nullable String agreed() {
        CustomerPrice own = facts.own();
        if (own == null) {
            return null;
        }
        String about = BookingWords.about(view, own);
        String agreed = view.t("appointments.agreed", BookingWords.agreed(view, own));
        return about.isEmpty() ? agreed : agreed + " (" + about + ")";
    }

    @Nullable Integer minutes() {
        String typed = value("minutes");
        if (typed != null && typed.matches("[1-9]\\d{0,3}")) {
            return Integer.valueOf(typed);
        }
        CustomerPrice own = facts.own();
        return own == null ? null : own.minutes();
    }
}
