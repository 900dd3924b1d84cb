package app.clientele.calendar.availability;

import app.clientele.business.Hours;
import app.clientele.business.Period;
import app.clientele.calendar.availability.Spans.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The clock on a branch's wall, which is put forward and back. */
record WallClock(ZoneRules rules) {
    static WallClock of(String zone) {
        return new WallClock(ZoneId.of(zone).getRules());
    }

    /**
     * The second in which the clock comes to show a time of a day: the first of two, and where it
     * jumps over that time, when it jumps. So what ends when another begins always touches it.
     *
     * @param minute since the day's midnight, also beyond the next
     */
    long shows(LocalDate day, int minute) {
        LocalDateTime time = day.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition change = rules.getTransition(time);
        return change != null && change.isGap()
                ? change.toEpochSecond()
                : time.toEpochSecond(rules.getOffset(time));
    }

    /** The hours of these days; none where nobody has said. */
    Spans spans(LocalDate from, LocalDate to, Function<LocalDate, @Nullable Hours> hours) {
        List<Stretch> spans = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Hours said = hours.apply(day);
            if (said != null) {
                for (Period period : said.periods()) {
                    spans.add(new Stretch(shows(day, period.start()), shows(day, period.end())));
                }
            }
        }
        return new Spans(spans);
    }

    /** Each moment of these at which the minutes the clock shows are so many times the step. */
    void each(int step, Spans spans, LongConsumer moment) {
        for (Stretch stretch : spans.stretches()) {
            long from = stretch.from();
            while (from < stretch.until()) {
                long until = Math.min(stretch.until(), change(from));
                each(step * 60L, from, until, moment);
                from = until;
            }
        }
    }

    private void each(long step, long from, long until, LongConsumer moment) {
        long ahead = rules.getOffset(Instant.ofEpochSecond(from)).getTotalSeconds();
        long first = Math.ceilDiv(from + ahead, step) * step - ahead;
        for (long next = first; next < until; next += step) {
            moment.accept(next);
        }
    }

    private long change(long after) {
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(after));
        return next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
