package app.clientele.calendar.web;

import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Booking an appointment: for whom, what, where, with whom and when.
 *
 * @param customer the name of the one it is for, once that is known
 * @param preferred whom they like to be served by, the favourite first
 * @param starts when it could begin on that day, and with whom
 */
public record BookForm(
        View view,
        Typed typed,
        @Nullable String customer,
        List<Branch> branches,
        List<Service> services,
        List<String> preferred,
        List<FreeStart> starts,
        FormErrors errors,
        Doubts doubts) {
    /**
     * A free time to choose.
     *
     * @param time as the clock on the wall shows it: {@code 10:30}
     * @param words the same for the reader
     */
    public record Start(String time, String words) {}

    BookForm with(FormErrors found, Doubts doubts) {
        return new BookForm(
                view, typed, customer, branches, services, preferred, starts, found, doubts);
    }

    /** Whether they stand at the desk already. */
    static boolean isWalkIn(Typed typed) {
        return AppointmentStatus.ARRIVED.wireName().equals(typed.value("status"));
    }

    public boolean walkIn() {
        return isWalkIn(typed);
    }

    /** What the form is called, and its button. */
    public String title() {
        return view.t(walkIn() ? "appointments.walk_in" : "appointments.book");
    }

    /** Where whoever does not book after all goes back to. */
    public String back() {
        return customer == null
                ? "/calendar"
                : "/customers/" + value("customerId") + "/appointments";
    }

    public String backTo() {
        return customer == null ? view.t("calendar.nav") : customer;
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public @Nullable String timeError() {
        return error("time") == null ? error("startsAt") : error("time");
    }

    public List<Option> branchOptions() {
        return branches.stream().map(b -> new Option(b.id().toString(), b.name())).toList();
    }

    public List<Option> serviceOptions() {
        return services.stream().map(s -> new Option(s.id().toString(), label(s))).toList();
    }

    private String label(Service service) {
        String lasts = view.formats().minutes(service.minutes());
        return service.price() == null
                ? view.t("appointments.service.lasts", service.name(), lasts)
                : view.t(
                        "appointments.service.costs",
                        service.name(),
                        lasts,
                        MoneyText.whole(service.price(), view.locale()));
    }

    @Nullable Service service() {
        return services.stream()
                .filter(s -> s.id().toString().equals(value("serviceId")))
                .findFirst()
                .orElse(null);
    }

    /** Those who perform it, whom the customer prefers first. */
    public List<Option> staff() {
        Service service = service();
        if (service == null) {
            return List.of();
        }
        Set<Option> all = new LinkedHashSet<>();
        for (String favourite : preferred) {
            performers(service).stream()
                    .filter(o -> o.value().equals(favourite))
                    .map(o -> new Option(o.value(), view.t("appointments.preferred", o.label())))
                    .forEach(all::add);
        }
        performers(service).stream().filter(o -> !preferred.contains(o.value())).forEach(all::add);
        return List.copyOf(all);
    }

    private static List<Option> performers(Service service) {
        return service.performers().stream()
                .filter(Service.Performer::active)
                .map(p -> new Option(p.staffId().toString(), p.name()))
                .toList();
    }

    /** The free times, by the clock on the branch's wall. */
    public List<Start> times() {
        return FreeStarts.told(starts, view, zone());
    }

    /** Whether there was enough to look for free times. */
    public boolean searched() {
        return service() != null && WallClock.date(typed) != null;
    }

    /** How long it takes unless said otherwise. */
    public @Nullable String usualMinutes() {
        Service service = service();
        return service == null ? null : view.formats().minutes(service.minutes());
    }

    ZoneId zone() {
        return branches.stream()
                .filter(b -> b.id().toString().equals(value("branchId")))
                .findFirst()
                .map(b -> ZoneId.of(b.zone()))
                .orElse(view.zone());
    }

    MultiValueMap<String, String> fields(CurrencyUnit currency) {
        MultiValueMap<String, String> fields =
                AppointmentForm.withPrice(typed, currency, view.locale());
        Instant moment = WallClock.moment(typed, zone());
        fields.set("startsAt", moment.toString());
        if (typed.values("staffId").stream().allMatch(String::isBlank)) {
            FreeStarts.anybody(starts, moment)
                    .ifPresent(staff -> fields.set("staffId", staff.toString()));
        }
        fields.remove("date");
        fields.remove("time");
        return fields;
    }
}
