package app.clientele.sales.web;

import app.clientele.calendar.day.DayTask;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Payments that banks want back, until somebody says that they know. */
class DisputeTask implements DayTask {
    @Override
    public int order() {
        return 5;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_REFUND;
    }

    @Override
    public String glance() {
        return """
        select json_build_object('count', max(x.of), 'payments', json_agg(json_build_object('customer', x.customer_id, 'name', x.name,
            'invoice', x.invoice_id)))
        from (
            select p.customer_id, p.invoice_id, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name,
                count(*) over () of
            from gateway_operation g
            join payment p on p.business_id = :business and p.id = g.id and p.customer_id is not null
            join customer c on c.business_id = :business and c.id = p.customer_id
            where g.business_id = :business and g.dispute is not null and g.seen_at is null
            order by g.disputed_at limit 5
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
                                "credit-card",
                                view.t("sales.dispute.task"),
                                count,
                                null,
                                people(glance)));
    }

    private static List<Person> people(JsonNode glance) {
        return glance.path("payments")
                .valueStream()
                .map(p ->
                        new Person(
                                UUID.fromString(p.path("customer").asString()),
                                p.path("name").asString(),
                                null,
                                "/invoices/" + p.path("invoice").asString()))
                .toList();
    }
}
