package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Appointments.Search;
import app.clientele.calendar.waitlist.AppointmentWaitlist;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.shared.Permission;
import app.clientele.site.Limits;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A customer's appointments: those to come, and what became of the others. */
class AppointmentsPanel implements ProfilePanel {
    private static final int MOST_AHEAD = 100;
    private static final Set<AppointmentStatus> TO_COME =
            EnumSet.of(
                    AppointmentStatus.REQUESTED,
                    AppointmentStatus.BOOKED,
                    AppointmentStatus.CONFIRMED,
                    AppointmentStatus.ARRIVED,
                    AppointmentStatus.IN_SERVICE);

    private final Appointments appointments;
    private final AppointmentWaitlist waitlist;
    private final Templates templates;
    private final Clock clock;

    AppointmentsPanel(
            Appointments appointments,
            AppointmentWaitlist waitlist,
            Templates templates,
            Clock clock) {
        this.appointments = appointments;
        this.waitlist = waitlist;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public ProfileGroup group() {
        return ProfileGroup.BOOKINGS;
    }

    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public String path() {
        return "appointments";
    }

    @Override
    public String titleKey() {
        return "appointments.tab";
    }

    @Override
    public String glance() {
        return "select count(*) from appointment a where a.business_id = :business and a.customer_id = c.id"
                + " and (a.offer_until is null or a.status = 'requested')";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        return templates.calendarPanel(read(view, profile.customer().id(), query));
    }

    AppointmentList read(View view, UUID customer, MultiValueMap<String, String> query) {
        Instant now = clock.instant();
        String cursor = query.getFirst("cursor");
        AppointmentStatus status = status(query.getFirst("status"));
        boolean whole = cursor == null && status == null;
        List<Appointment> ahead = whole ? ahead(customer, now) : List.of();
        var past =
                appointments.list(
                        new Search(
                                customer,
                                null,
                                null,
                                status == null ? Set.of() : Set.of(status),
                                null,
                                status == null ? now : null,
                                null,
                                true),
                        cursor,
                        Limits.of(null));
        List<Appointment> others = whole ? appointments.forOthers(customer) : List.of();
        List<WaitlistEntry> waiting = whole ? waiting(customer) : List.of();
        return new AppointmentList(view, customer, status, ahead, others, waiting, past);
    }

    private List<WaitlistEntry> waiting(UUID customer) {
        var open =
                new AppointmentWaitlist.Search(
                        customer, null, null, AppointmentWaitlist.Search.OPEN);
        return waitlist.list(open, null, MOST_AHEAD).items();
    }

    /** Those under way are told among the past, where they began. */
    private List<Appointment> ahead(UUID customer, Instant now) {
        return appointments
                .list(
                        new Search(customer, null, null, TO_COME, now, null, null, false),
                        null,
                        MOST_AHEAD)
                .items();
    }

    private static @Nullable AppointmentStatus status(@Nullable String name) {
        return Arrays.stream(AppointmentStatus.values())
                .filter(s -> s.wireName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
