package app.clientele.calendar.web.day;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches.Branch;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.day.DayTask.Task;
import app.clientele.calendar.day.DayVisit;
import app.clientele.calendar.day.VisitMark.Deed;
import app.clientele.calendar.day.VisitMark.Mark;
import app.clientele.calendar.web.AppointmentWords;
import app.clientele.calendar.web.ChosenDay;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A branch's day: who is there, who is to come, what is over, and what waits for somebody.
 *
 * @param staff the only colleague whose visits are shown
 * @param all what lies on the day, in the order of time
 */
public record DayPage(
        View view,
        ChosenDay chosen,
        List<Branch> branches,
        @Nullable UUID staff,
        List<DayVisit> all,
        List<Task> tasks,
        Instant now,
        FormErrors errors) {
    /** A stretch of the list. */
    public record Group(String titleKey, List<DayVisit> visits) {}

    private static final int LATE_MINUTES = 5;

    List<DayVisit> visits() {
        return all.stream().filter(v -> staff == null || v.isOf(staff)).toList();
    }

    /** Those there, those to come, and those one is done with; without what there is none of. */
    public List<Group> groups() {
        return Stream.of(Stage.values())
                .map(stage -> new Group(stage.titleKey(), in(stage)))
                .filter(group -> !group.visits.isEmpty())
                .toList();
    }

    private List<DayVisit> in(Stage stage) {
        return visits().stream().filter(v -> Stage.of(v, now) == stage).toList();
    }

    public boolean isOver(Group group) {
        return group.titleKey.equals(Stage.OVER.titleKey());
    }

    /** How the day stands, in a few words. */
    public List<String> sums() {
        long booked = visits().stream().filter(v -> !Stage.calledOff(v)).count();
        return Stream.of(
                        view.tn("day.sum", booked),
                        sum("day.sum.there", in(Stage.THERE).size()),
                        sum("day.sum.to_come", in(Stage.TO_COME).size()),
                        sum("day.sum.missed", count(AppointmentStatus.NO_SHOW)))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private String sum(String key, long count) {
        return count == 0 ? "" : view.t(key, count);
    }

    private long count(AppointmentStatus status) {
        return visits().stream().filter(v -> v.status() == status).count();
    }

    /** "12 min late", of whoever should be there by now. */
    public @Nullable String late(DayVisit visit) {
        long minutes = Duration.between(visit.startsAt(), now).toMinutes();
        boolean expected =
                visit.status() == AppointmentStatus.BOOKED
                        || visit.status() == AppointmentStatus.CONFIRMED;
        return expected && minutes >= LATE_MINUTES && chosen.isToday()
                ? view.t("day.late", view.formats().minutes((int) minutes))
                : null;
    }

    public List<Mark> marks(DayVisit visit) {
        return visit.glances().entrySet().stream()
                .flatMap(e -> e.getKey().marks(view, e.getValue()).stream())
                .toList();
    }

    /** What modules have to do about a visit. */
    public List<Deed> deeds(DayVisit visit) {
        return visit.glances().entrySet().stream()
                .map(e -> e.getKey().deed(view, visit, e.getValue()))
                .filter(Objects::nonNull)
                .toList();
    }

    public String who(DayVisit visit) {
        if (visit.isClass()) {
            return visit.service();
        }
        String name =
                visit.customer() == null || visit.customer().isBlank()
                        ? view.t("appointments.nobody")
                        : visit.customer();
        return visit.guestName() == null
                ? name
                : view.t("appointments.guest.of", visit.guestName(), name);
    }

    public String path(DayVisit visit) {
        return (visit.isClass() ? "/classes/" : "/appointments/") + visit.id();
    }

    public String time(Instant at) {
        return view.in(view.locale(), chosen.zone()).time(at);
    }

    /** The one step that needs no choosing; not before the day. */
    public @Nullable AppointmentStatus next(DayVisit visit) {
        if (visit.status() == null || !mayAct() || chosen.date().isAfter(chosen.today())) {
            return null;
        }
        return AppointmentWords.steps(visit.status()).stream().findFirst().orElse(null);
    }

    /** Whether it may be said with one click that they did not come. */
    public boolean mayBeMissed(DayVisit visit) {
        return late(visit) != null && mayAct();
    }

    public boolean mayAct() {
        return view.may(Permission.APPOINTMENT_EDIT);
    }

    /** Colleagues something of the day is with, and the one chosen. */
    public List<Option> people() {
        Set<Option> people = new LinkedHashSet<>();
        all.stream()
                .filter(v -> v.staffId() != null)
                .map(v -> new Option(v.staffId().toString(), requireNonNull(v.staff())))
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .forEach(people::add);
        return List.copyOf(people);
    }

    public boolean mine() {
        return me().equals(staff);
    }

    private UUID me() {
        return requireNonNull(view.viewer()).staffId();
    }

    public String title() {
        return chosen.isToday() ? view.t("day.nav") : view.day(chosen.date());
    }

    public String path() {
        return DayPages.PATH + query(chosen.date(), staff);
    }

    public String on(LocalDate day) {
        return DayPages.PATH + query(day, staff);
    }

    /** Only one's own, or everybody's again. */
    public String minePath() {
        return DayPages.PATH + query(chosen.date(), mine() ? null : me());
    }

    /** Where the list alone is. */
    public String part() {
        return DayPages.PATH + "/list" + query(chosen.date(), staff) + "&seen=" + seen();
    }

    /** Where a step of a visit is sent. */
    public String stepPath(DayVisit visit) {
        return DayPages.PATH + "/" + visit.id() + "/status" + query(chosen.date(), staff);
    }

    private String query(LocalDate day, @Nullable UUID whose) {
        return "?branch=%s&date=%s".formatted(chosen.branch().id(), day)
                + (whose == null ? "" : "&staff=" + whose);
    }

    /** By which it is told whether anything has changed since: lateness, too, minute by minute. */
    String seen() {
        String late = Arrays.toString(visits().stream().map(this::late).toArray());
        String stages = Arrays.toString(visits().stream().map(v -> Stage.of(v, now)).toArray());
        return Integer.toHexString((visits() + late + stages + tasks).hashCode());
    }
}
