package app.clientele.calendar.availability;

import app.clientele.business.Hours;
import app.clientele.business.Period;
import app.clientele.business.Week;
import app.clientele.calendar.availability.Sheet.Timetable;
import app.clientele.calendar.availability.Spans.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Some hours, some bookings and a search, mostly around a day on which clocks change. */
record Situation(ZoneId zone, Sheet sheet, Search search) {
    /** By an hour and by half of one, at night and at midnight, and by a whole day. */
    private static final List<String> ZONES =
            List.of(
                    "Europe/Stockholm",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Africa/Cairo",
                    "America/Havana",
                    "America/Santiago",
                    "Asia/Beirut",
                    "Asia/Kathmandu",
                    "Pacific/Apia",
                    "UTC");

    private static final int[] STEPS = {1, 5, 10, 15, 20, 30, 60, 120};

    private static final Period[] SHIFTS = {
        new Period(0, 1440),
        new Period(540, 1020),
        new Period(1320, 1560),
        new Period(600, 2040),
        new Period(90, 195)
    };

    static Situation random(RandomGenerator random) {
        String zone = ZONES.get(random.nextInt(ZONES.size()));
        LocalDate from = day(random, ZoneId.of(zone));
        LocalDate to = from.plusDays(random.nextInt(3));
        List<Timetable> colleagues = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            colleagues.add(timetable(random, new UUID(0, i + 1L), from, true));
        }
        var sheet =
                new Sheet(
                        WallClock.of(zone),
                        random.nextInt(3) * 5,
                        random.nextInt(3) * 10,
                        timetable(random, new UUID(0, 0), from, false),
                        colleagues);
        return new Situation(ZoneId.of(zone), sheet, search(random, from, to));
    }

    private static LocalDate day(RandomGenerator random, ZoneId zone) {
        Instant some =
                LocalDate.of(2009 + random.nextInt(20), 1, 1)
                        .plusDays(random.nextInt(366))
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition next = zone.getRules().nextTransition(some);
        return next == null || random.nextInt(4) == 0
                ? LocalDate.ofInstant(some, zone)
                : LocalDate.ofInstant(next.getInstant(), zone).minusDays(random.nextInt(3));
    }

    private static Search search(RandomGenerator random, LocalDate from, LocalDate to) {
        Instant midnight = from.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Search(
                new UUID(0, 0),
                new UUID(0, 9),
                null,
                from,
                to,
                null,
                STEPS[random.nextInt(STEPS.length)],
                random.nextBoolean() ? Instant.EPOCH : midnight.plusSeconds(random.nextInt(90_000)),
                random.nextBoolean() ? List.of() : List.of(new UUID(0, 2)),
                Set.of(),
                Set.of());
    }

    private static Timetable timetable(
            RandomGenerator random, UUID id, LocalDate from, boolean colleague) {
        Map<LocalDate, Hours> dated = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            dated.put(from.plusDays(random.nextInt(5) - 1L), hours(random));
        }
        return new Timetable(
                id,
                id.toString(),
                random.nextInt(8) == 0 ? 600 + random.nextInt(841) : 5 + random.nextInt(120),
                random.nextInt(4) == 0 ? null : Week.of(day -> hours(random)),
                dated,
                colleague ? spans(random, from, 1, 900) : Spans.NONE,
                colleague ? spans(random, from, 20, 90) : Spans.NONE);
    }

    private static Hours hours(RandomGenerator random) {
        List<Period> periods = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int start = random.nextInt(1440);
            periods.add(
                    random.nextBoolean()
                            ? SHIFTS[random.nextInt(SHIFTS.length)]
                            : new Period(start, start + 1 + random.nextInt(720)));
        }
        return new Hours(periods);
    }

    private static Spans spans(RandomGenerator random, LocalDate from, int most, int longest) {
        long midnight = from.minusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        List<Stretch> spans = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            long start = midnight + random.nextInt(5 * 1440) * 60L;
            spans.add(new Stretch(start, start + (1 + random.nextInt(longest)) * 60L));
        }
        return new Spans(spans);
    }
}
