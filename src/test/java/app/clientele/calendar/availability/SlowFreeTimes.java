package app.clientele.calendar.availability;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Hours;
import app.clientele.business.Period;
import app.clientele.calendar.availability.Availability.FreeDay;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.availability.Sheet.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Free starts as one would find them with a pencil: looks at every minute. */
final class SlowFreeTimes {
    private final Situation situation;
    private final LocalDate from;
    private final LocalDate to;
    private final long begin;

    /** What the clock on the wall shows, minute after minute. */
    private final List<LocalDateTime> clock = new ArrayList<>();

    private SlowFreeTimes(Situation situation) {
        this.situation = situation;
        from = requireNonNull(situation.search().from());
        to = requireNonNull(situation.search().to());
        begin = from.minusDays(4).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        long end = to.plusDays(6).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        for (long at = begin; at < end; at += 60) {
            clock.add(LocalDateTime.ofInstant(Instant.ofEpochSecond(at), situation.zone()));
        }
    }

    static List<FreeDay> of(Situation situation) {
        return new SlowFreeTimes(situation).days();
    }

    private List<FreeDay> days() {
        List<Timetable> colleagues = new ArrayList<>(situation.sheet().colleagues());
        List<UUID> preferred = situation.search().preferred();
        colleagues.sort(Comparator.comparing(c -> !preferred.contains(c.id())));
        boolean[][] free = new boolean[colleagues.size()][];
        for (int i = 0; i < free.length; i++) {
            free[i] = free(colleagues.get(i));
        }
        List<FreeDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            days.add(new FreeDay(day, starts(day, colleagues, free)));
        }
        return days;
    }

    private List<FreeStart> starts(LocalDate day, List<Timetable> colleagues, boolean[][] free) {
        List<FreeStart> starts = new ArrayList<>();
        for (int minute = 0; minute < clock.size(); minute++) {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < free.length; i++) {
                if (clock.get(minute).toLocalDate().equals(day) && free[i][minute]) {
                    ids.add(colleagues.get(i).id());
                }
            }
            if (!ids.isEmpty()) {
                starts.add(new FreeStart(at(minute), ids));
            }
        }
        return starts;
    }

    private Instant at(int minute) {
        return Instant.ofEpochSecond(begin + minute * 60L);
    }

    private boolean[] free(Timetable colleague) {
        boolean[] open = open(situation.sheet().branch(), colleague);
        boolean[] there = open(colleague, situation.sheet().branch());
        boolean[] taken = new boolean[clock.size()];
        for (Spans spans : List.of(colleague.away(), colleague.taken())) {
            for (int minute = 0; minute < taken.length; minute++) {
                taken[minute] |=
                        spans.meets(at(minute).getEpochSecond(), at(minute + 1).getEpochSecond());
            }
        }
        boolean[] free = new boolean[clock.size()];
        int before = situation.sheet().bufferBefore();
        int after = situation.sheet().bufferAfter();
        for (int minute = 2880; minute < free.length - 2880; minute++) {
            int end = minute + colleague.minutes();
            free[minute] =
                    (clock.get(minute).getHour() * 60 + clock.get(minute).getMinute())
                                            % situation.search().step()
                                    == 0
                            && !at(minute).isBefore(situation.search().notBefore())
                            && all(open, minute, end, true)
                            && all(there, minute, end, true)
                            && all(taken, minute - before, end + after, false);
        }
        return free;
    }

    private static boolean all(boolean[] minutes, int from, int until, boolean wanted) {
        for (int minute = from; minute < until; minute++) {
            if (minutes[minute] != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Where one has said nothing, as the other has. */
    private boolean[] open(Timetable one, Timetable other) {
        boolean[] open = new boolean[clock.size()];
        for (LocalDate day = from.minusDays(2);
                !day.isAfter(to.plusDays(3));
                day = day.plusDays(1)) {
            Hours own = said(one, day);
            Hours hours = own == null ? said(other, day) : own;
            for (Period period : hours == null ? List.<Period>of() : hours.periods()) {
                Arrays.fill(open, shows(day, period.start()), shows(day, period.end()), true);
            }
        }
        return open;
    }

    private static @Nullable Hours said(Timetable one, LocalDate day) {
        if (one.dated().containsKey(day)) {
            return one.dated().get(day);
        }
        return one.week() == null ? null : requireNonNull(one.week()).on(day.getDayOfWeek());
    }

    /** The first minute in which the clock has come so far. */
    private int shows(LocalDate day, int minute) {
        LocalDateTime time = day.atStartOfDay().plusMinutes(minute);
        int first = 0;
        while (clock.get(first).isBefore(time)) {
            first++;
        }
        return first;
    }
}
