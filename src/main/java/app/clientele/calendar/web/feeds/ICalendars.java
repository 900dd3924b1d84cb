package app.clientele.calendar.web.feeds;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.feeds.CalendarFeed;
import app.clientele.calendar.feeds.CalendarFeeds.Contents;
import app.clientele.shared.Caller;
import app.clientele.site.PublicAddress;
import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Appointments as a calendar program reads them (RFC 5545). An entry keeps its UID for ever, its
 * SEQUENCE rises with each change, and one called off stays, as cancelled.
 */
class ICalendars {
    private static final int READ_AGAIN = 15; // minutes
    private static final Set<AppointmentStatus> OFF =
            EnumSet.of(
                    AppointmentStatus.CANCELLED,
                    AppointmentStatus.LATE_CANCELLED,
                    AppointmentStatus.DECLINED);

    private final Branches branches;
    private final PublicAddress addresses;

    ICalendars(Branches branches, PublicAddress addresses) {
        this.branches = branches;
        this.addresses = addresses;
    }

    String write(Contents contents) {
        CalendarFeed feed = contents.feed();
        boolean own = feed.customerId() != null;
        String name =
                own ? contents.business().name() : feed.name() + ", " + contents.business().name();
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Clientele//Clientele//EN");
        calendar.setMethod(Method.publish());
        calendar.setName(name);
        calendar.addExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(Duration.builder().minutes(READ_AGAIN).build());
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT" + READ_AGAIN + "M");
        Map<UUID, String> places = places(contents);
        for (Appointment appointment : contents.appointments()) {
            VEvent event = event(appointment, places.get(appointment.branchId()));
            if (own) {
                event.setSummary(appointment.service() + ", " + contents.business().name());
            } else {
                tellStaff(event, appointment);
            }
            calendar.addEvent(event);
        }
        return Biweekly.write(calendar).go();
    }

    private Map<UUID, String> places(Contents contents) {
        return new Caller(contents.business().id(), null, Caller.Door.PORTAL, null, Set.of())
                .call(() ->
                        branches.all(true).stream()
                                .collect(Collectors.toMap(Branch::id, ICalendars::place)));
    }

    private static String place(Branch branch) {
        String town = joined(" ", branch.postcode(), branch.city());
        return joined(", ", branch.name(), branch.street(), town);
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(between));
    }

    private static VEvent event(Appointment appointment, @Nullable String place) {
        VEvent event = new VEvent();
        event.setUid(appointment.id() + "@clientele");
        event.setSequence(appointment.sequence());
        event.setDateTimeStamp(Date.from(appointment.updatedAt()));
        event.setLastModified(Date.from(appointment.updatedAt()));
        event.setCreated(Date.from(appointment.createdAt()));
        event.setDateStart(Date.from(appointment.startsAt()));
        event.setDateEnd(Date.from(appointment.endsAt()));
        event.setLocation(place);
        boolean off = OFF.contains(appointment.status());
        event.setStatus(
                off
                        ? Status.cancelled()
                        : appointment.status() == AppointmentStatus.REQUESTED
                                ? Status.tentative()
                                : Status.confirmed());
        event.setTransparency(off ? Transparency.transparent() : Transparency.opaque());
        return event;
    }

    private void tellStaff(VEvent event, Appointment appointment) {
        String who =
                appointment.guestName() == null ? appointment.customer() : appointment.guestName();
        event.setSummary(joined(", ", who, appointment.service()));
        event.setDescription(appointment.staff());
        event.setUrl(addresses.of("/appointments/" + appointment.id()));
    }

    /** Where a calendar finds it. */
    String address(String secret) {
        return addresses.of("/feeds/" + secret + ".ics");
    }
}
