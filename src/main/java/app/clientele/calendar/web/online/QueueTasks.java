package app.clientele.calendar.web.online;

import app.clientele.calendar.day.DayTask;
import app.clientele.calendar.web.day.PeopleTasks;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What booking online leaves for the desk to decide. */
final class QueueTasks {
    private QueueTasks() {}

    /** Requests for appointments at this branch. */
    static DayTask requests() {
        return new DayTask() {
            @Override
            public int order() {
                return 10;
            }

            @Override
            public Permission permission() {
                return Permission.APPOINTMENT_VIEW;
            }

            @Override
            public String glance() {
                return """
                select count(*) from appointment a
                where a.business_id = :business and a.branch_id = :branch and a.status = 'requested' and a.offer_until is null
                """;
            }

            @Override
            public Optional<Task> tell(View view, JsonNode waiting) {
                long count = waiting.asLong(0);
                return count == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Task(
                                        "clipboard-list",
                                        view.t("online.requests"),
                                        count,
                                        RequestPages.PATH,
                                        List.of()));
            }
        };
    }

    /** People who typed something else than their record says. */
    static DayTask suggestedChanges() {
        return PeopleTasks.of(
                20,
                "pencil",
                "day.task.suggested",
                """
                select json_build_object('count', max(x.of), 'people', json_agg(json_build_object('id', x.id, 'name', x.name)))
                from (
                    select c.id, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name, count(*) over () of
                    from (select distinct s.customer_id from suggested_change s
                        where s.business_id = :business and s.decision = 'open' limit 100) o
                    join customer c on c.business_id = :business and c.id = o.customer_id
                    order by c.id limit 5
                ) x
                """,
                (view, person) -> null);
    }
}
