package app.clientele.calendar.web;

import app.clientele.customers.HeaderFact;
import app.clientele.customers.Profile;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a customer's appointments come to: visits, how often, the next one, and those missed. */
final class VisitFacts {
    private VisitFacts() {}

    /** How a figure is read out of what all of them share. */
    private interface Telling {
        Optional<HeaderFact.Figure> tell(View view, JsonNode counted);
    }

    private record Fact(int order, String titleKey, @Nullable String glance, Telling telling)
            implements HeaderFact {
        @Override
        public Permission permission() {
            return Permission.APPOINTMENT_VIEW;
        }

        @Override
        public Optional<Figure> tell(View view, Profile profile, JsonNode glance) {
            return telling.tell(view, glance);
        }
    }

    static HeaderFact visits() {
        return new Fact(
                30,
                "calendar.fact.visits",
                """
                select json_build_object('count', count(*) filter (where a.status = 'completed'),
                    'first', min(a.starts_at) filter (where a.status = 'completed'),
                    'last', max(a.starts_at) filter (where a.status = 'completed'),
                    'booked', count(*) filter (where a.status in ('completed', 'no_show', 'late_cancelled')))
                from appointment a where a.business_id = :business and a.customer_id = c.id
                """,
                VisitFacts::visits);
    }

    private static Optional<HeaderFact.Figure> visits(View view, JsonNode counted) {
        long count = counted.path("count").asLong(0);
        long booked = counted.path("booked").asLong(0);
        if (booked == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new HeaderFact.Figure(
                        view.number(count), count < 2 ? null : interval(view, counted, count)));
    }

    private static String interval(View view, JsonNode counted, long count) {
        long days =
                ChronoUnit.DAYS.between(date(view, counted, "first"), date(view, counted, "last"));
        return view.t("calendar.fact.interval", Math.round((double) days / (count - 1)));
    }

    private static LocalDate date(View view, JsonNode counted, String field) {
        return OffsetDateTime.parse(counted.path(field).asString())
                .atZoneSameInstant(view.zone())
                .toLocalDate();
    }

    static HeaderFact last() {
        return new Fact(
                32,
                "calendar.fact.last",
                """
                select json_build_object('at', a.starts_at, 'what', a.service_name) from appointment a
                where a.business_id = :business and a.customer_id = c.id and a.status = 'completed'
                order by a.starts_at desc limit 1
                """,
                VisitFacts::moment);
    }

    static HeaderFact next() {
        return new Fact(
                34,
                "calendar.fact.next",
                """
                select json_build_object('at', a.starts_at, 'what', a.service_name) from appointment a
                where a.business_id = :business and a.customer_id = c.id and a.starts_at >= now()
                    and a.status in ('booked', 'confirmed', 'requested')
                order by a.starts_at limit 1
                """,
                VisitFacts::moment);
    }

    private static Optional<HeaderFact.Figure> moment(View view, JsonNode found) {
        String at = found.path("at").asString("");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new HeaderFact.Figure(
                                view.date(date(view, found, "at")),
                                found.path("what").asString("")));
    }

    static HeaderFact missed() {
        return new Fact(
                36,
                "calendar.fact.missed",
                """
                select json_build_object('late', count(*) filter (where a.status = 'late_cancelled'),
                    'cancelled', count(*) filter (where a.status in ('cancelled', 'late_cancelled')),
                    'missed', count(*) filter (where a.status = 'no_show'))
                from appointment a where a.business_id = :business and a.customer_id = c.id
                    and a.status in ('cancelled', 'late_cancelled', 'no_show') and a.offer_until is null
                """,
                VisitFacts::missed);
    }

    private static Optional<HeaderFact.Figure> missed(View view, JsonNode counted) {
        long cancelled = counted.path("cancelled").asLong(0);
        long missed = counted.path("missed").asLong(0);
        return cancelled + missed == 0
                ? Optional.empty()
                : Optional.of(
                        new HeaderFact.Figure(
                                view.number(cancelled + missed),
                                view.t("calendar.fact.missed.hint", cancelled, missed)));
    }
}
