package app.clientele.calendar.web.day;

import app.clientele.calendar.day.VisitMark;
import app.clientele.calendar.day.VisitMark.Mark;
import app.clientele.customers.notes.Alert;
import app.clientele.customers.notes.AlertRows;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What the record itself says of whoever comes: alerts, the first visit, a birthday, no-shows. */
final class PersonMarks {
    private static final int SHOWN = 3;

    private PersonMarks() {}

    private record PersonMark(
            int order,
            Permission permission,
            Supplier<String> sql,
            BiFunction<View, JsonNode, List<Mark>> words)
            implements VisitMark {
        @Override
        public String glance() {
            return sql.get();
        }

        @Override
        public List<Mark> marks(View view, JsonNode glance) {
            return words.apply(view, glance);
        }
    }

    static VisitMark alerts() {
        return new PersonMark(
                10, Permission.PROFILE_VIEW, AlertRows::glance, (view, found) -> alerts(found));
    }

    private static List<Mark> alerts(JsonNode found) {
        return AlertRows.read(found).stream().limit(SHOWN).map(PersonMarks::alert).toList();
    }

    private static Mark alert(Alert alert) {
        return new Mark("alert-triangle", alert.text(), alert.red() ? "red" : "yellow");
    }

    static VisitMark firstVisit() {
        return new PersonMark(
                20,
                Permission.APPOINTMENT_VIEW,
                () ->
                        """
                        select c.id is not null and a.guest_name is null
                            and not exists (select from appointment p where p.business_id = :business and p.customer_id = a.customer_id
                                and p.starts_at < a.starts_at and p.status in ('completed', 'arrived', 'in_service'))
                            and not exists (select from class_booking p where p.business_id = :business and p.customer_id = a.customer_id
                                and p.starts_at < a.starts_at and p.status in ('checked_in', 'attended'))
                        """,
                (view, first) ->
                        first.asBoolean(false)
                                ? List.of(new Mark("star", view.t("day.mark.first"), "indigo"))
                                : List.of());
    }

    /** Whoever was born on 29 February has their birthday on the 28th in other years. */
    static VisitMark birthday() {
        return new PersonMark(
                30,
                Permission.PROFILE_VIEW,
                () ->
                        """
                        select a.guest_name is null and c.birth_month * 100 + c.birth_day in (
                            to_char(:day::date, 'MMDD')::int,
                            case when to_char(:day::date, 'MMDD') = '0228' and to_char(:day::date + 1, 'MMDD') = '0301' then 229 end)
                        """,
                (view, today) ->
                        today.asBoolean(false)
                                ? List.of(new Mark("heart", view.t("day.mark.birthday"), "pink"))
                                : List.of());
    }

    /** Those of a year. */
    static VisitMark missed() {
        return new PersonMark(
                40,
                Permission.APPOINTMENT_VIEW,
                () ->
                        """
                        select count(*) from appointment p where p.business_id = :business and p.customer_id = a.customer_id
                            and p.starts_at < a.starts_at and p.starts_at > a.starts_at - interval '1 year' and p.status = 'no_show'
                        """,
                (view, missed) ->
                        missed.asLong(0) == 0
                                ? List.of()
                                : List.of(
                                        new Mark(
                                                "user-off",
                                                view.tn("day.mark.missed", missed.asLong(0)),
                                                "orange")));
    }
}
