package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassBooking;
import app.clientele.calendar.classes.ClassBookingStatus;
import app.clientele.calendar.classes.ClassRoster;
import app.clientele.calendar.classes.ClassRoster.Search;
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

/** A customer's classes: those to come, and what became of the others. */
class ClassesPanel implements ProfilePanel {
    private static final int MOST_AHEAD = 100;
    private static final Set<ClassBookingStatus> TO_COME =
            EnumSet.of(
                    ClassBookingStatus.WAITLISTED,
                    ClassBookingStatus.OFFERED,
                    ClassBookingStatus.BOOKED,
                    ClassBookingStatus.CHECKED_IN);

    private final ClassRoster roster;
    private final Templates templates;
    private final Clock clock;

    ClassesPanel(ClassRoster roster, Templates templates, Clock clock) {
        this.roster = roster;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 22;
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
        return "classes";
    }

    @Override
    public String titleKey() {
        return "classes.tab";
    }

    @Override
    public String glance() {
        return "select count(*) from class_booking k where k.business_id = :business and k.customer_id = c.id";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        return templates.classesPanel(read(view, profile.customer().id(), query));
    }

    private ClassList read(View view, UUID customer, MultiValueMap<String, String> query) {
        Instant now = clock.instant();
        String cursor = query.getFirst("cursor");
        ClassBookingStatus status = status(query.getFirst("status"));
        boolean whole = cursor == null && status == null;
        List<ClassBooking> ahead =
                whole
                        ? roster.list(
                                        new Search(customer, TO_COME, now, null, false),
                                        null,
                                        MOST_AHEAD)
                                .items()
                        : List.of();
        Set<ClassBookingStatus> wanted = status == null ? Set.of() : Set.of(status);
        var past =
                roster.list(
                        new Search(customer, wanted, null, status == null ? now : null, true),
                        cursor,
                        Limits.of(null));
        return new ClassList(view, customer, status, ahead, past);
    }

    private static @Nullable ClassBookingStatus status(@Nullable String name) {
        return Arrays.stream(ClassBookingStatus.values())
                .filter(s -> s.wireName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
