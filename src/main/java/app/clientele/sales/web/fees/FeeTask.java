package app.clientele.sales.web.fees;

import app.clientele.calendar.day.DayTask;
import app.clientele.database.Amounts;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Fees proposed at the branch, until somebody has decided. */
class FeeTask implements DayTask {
    @Override
    public int order() {
        return 22;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_EDIT;
    }

    @Override
    public String glance() {
        return """
        select json_build_object('count', max(x.of), 'fees', json_agg(json_build_object('id', x.id, 'customer', x.customer_id,
            'name', x.name, 'minor', x.amount_minor, 'currency', x.currency)))
        from (
            select f.id, f.customer_id, f.amount_minor, f.currency, count(*) over () of,
                coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name
            from fee f
            join appointment a on a.business_id = :business and a.id = f.appointment_id and a.branch_id = :branch
            join customer c on c.business_id = :business and c.id = f.customer_id
            where f.business_id = :business and f.state = 'proposed'
            order by f.created_at desc limit 5
        ) x
        """;
    }

    @Override
    public Optional<Task> tell(View view, JsonNode glance) {
        long count = glance.path("count").asLong(0);
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        new Task(
                                "receipt",
                                view.t("fees.task"),
                                count,
                                "/sales/fees",
                                people(view, glance)));
    }

    private static List<Person> people(View view, JsonNode glance) {
        return glance.path("fees")
                .valueStream()
                .map(f ->
                        new Person(
                                UUID.fromString(f.path("customer").asString()),
                                f.path("name").asString(),
                                view.formats()
                                        .money(
                                                Objects.requireNonNull(
                                                        Amounts.of(
                                                                f.path("minor").asLong(),
                                                                f.path("currency").asString()))),
                                "/fees/" + f.path("id").asString()))
                .toList();
    }
}
