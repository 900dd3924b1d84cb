package app.clientele.calendar.web.day;

import app.clientele.calendar.day.DayTask;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * People to think of. Their expressions answer {@code {count, people: [{id, name, …}]}}, or nothing
 * where there is nobody.
 */
public final class PeopleTasks {
    private PeopleTasks() {}

    private record PeopleTask(
            int order,
            Permission permission,
            String icon,
            String titleKey,
            String glance,
            BiFunction<View, JsonNode, @Nullable String> why)
            implements DayTask {
        @Override
        public Optional<Task> tell(View view, JsonNode glance) {
            long count = glance.path("count").asLong(0);
            return count == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Task(icon, view.t(titleKey), count, null, people(view, glance)));
        }

        private List<Person> people(View view, JsonNode glance) {
            return glance.path("people").valueStream().map(p -> person(view, p)).toList();
        }

        private Person person(View view, JsonNode found) {
            UUID id = UUID.fromString(found.path("id").asString());
            String name = found.path("name").asString("").strip();
            return new Person(
                    id,
                    name.isEmpty() ? view.t("appointments.nobody") : name,
                    why.apply(view, found),
                    "/customers/" + id);
        }
    }

    /**
     * A list of people.
     *
     * @param glance its expression
     * @param why the word beside each, out of what the expression said of them
     */
    public static DayTask of(
            int order,
            String icon,
            String titleKey,
            String glance,
            BiFunction<View, JsonNode, @Nullable String> why) {
        return new PeopleTask(order, Permission.PROFILE_VIEW, icon, titleKey, glance, why);
    }

    /**
     * Of the day and the six after it; whoever was born on 29 February is told on the 28th. The
     * days are made first: compared with what a cast could make fail, the index would not be used.
     */
    static DayTask birthdays() {
        return of(
                40,
                "heart",
                "day.task.birthdays",
                """
                select json_build_object('count', count(*), 'people', json_agg(json_build_object('id', x.id, 'name', x.name, 'day', x.day)))
                from (
                    with d as materialized (
                        select g::date as day, extract(month from g)::int as m, extract(day from g)::int as n
                        from generate_series(:day::date, :day::date + 6, interval '1 day') g
                        union all
                        select g::date, 2, 29 from generate_series(:day::date, :day::date + 6, interval '1 day') g
                        where to_char(g, 'MMDD') = '0228' and to_char(g + interval '1 day', 'MMDD') = '0301'
                    )
                    select c.id, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name, d.day
                    from d cross join lateral (
                        select * from customer c where c.business_id = :business and coalesce(c.birth_month, 13) = d.m
                            and coalesce(c.birth_day, 0) = d.n and c.deactivated_at is null
                        order by c.sort_name, c.id limit 5
                    ) c order by d.day, c.sort_name limit 5
                ) x
                """,
                (view, person) -> {
                    LocalDate day = LocalDate.parse(person.path("day").asString());
                    return view.formats().shortDay(day);
                });
    }

    /** Records that bookings have made within a week: for somebody to look at. */
    static DayTask newcomers() {
        return of(
                30,
                "user-plus",
                "day.task.newcomers",
                """
                select json_build_object('count', max(x.of), 'people', json_agg(json_build_object('id', x.id, 'name', x.name) order by x.created_at desc))
                from (
                    select c.id, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name, c.created_at,
                        count(*) over () of
                    from customer c where c.business_id = :business and c.created_via = 'booking'
                        and c.created_at > (:day::date - 7)::timestamptz and c.created_at < (:day::date + 2)::timestamptz
                    order by c.created_at desc limit 5
                ) x
                """,
                (view, person) -> null);
    }
}
