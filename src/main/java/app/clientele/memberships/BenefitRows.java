package app.clientele.memberships;

import app.clientele.database.Sql;
import app.clientele.memberships.Benefits.Benefit;
import app.clientele.sales.catalogue.Percent;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What plans bring, as rows. */
@Component
class BenefitRows {
    private final Sql sql;
    private final JsonMapper json;

    BenefitRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What one row of plans or memberships brings, as a column {@code benefits} of JSON. */
    static String column(String row, String visits, String key) {
        return """
        (select json_build_object('visits', coalesce((
                select json_agg(json_build_object('serviceId', v.service_id, 'service', s.name, 'visits', v.visits) order by v.position)
                from %2$s v join service s on s.business_id = :business and s.id = v.service_id
                where v.business_id = :business and v.%3$s = %1$s.id), '[]'),
            'carriedPeriods', %1$s.carried_periods, 'carriedForever', %1$s.carried_forever, 'shared', %1$s.shared,
            'serviceDiscount', %1$s.service_discount, 'productDiscount', %1$s.product_discount)) benefits\
        """
                .formatted(row, visits, key);
    }

    Benefits read(@Nullable String text) {
        return text == null ? Benefits.NONE : json.readValue(text, Benefits.class);
    }

    /** Writes what a plan brings from now on. */
    void write(UUID plan, @Nullable Benefits benefits) {
        Benefits wanted = benefits == null ? Benefits.NONE : benefits;
        sql.of(
                        """
                        update membership_plan set carried_periods = :carried, carried_forever = :forever, shared = :shared,
                            service_discount = :services, product_discount = :products
                        where business_id = :business and id = :plan
                            and (carried_periods, carried_forever, shared, service_discount, product_discount)
                                is distinct from (:carried, :forever, :shared, :services, :products)
                        """)
                .param("plan", plan)
                .param("carried", wanted.carried())
                .param("forever", wanted.lastsForever())
                .param("shared", wanted.isShared())
                .param("services", Benefits.percent(wanted.serviceDiscount()))
                .param("products", Benefits.percent(wanted.productDiscount()))
                .update();
        visits(plan, wanted.brought());
    }

    private void visits(UUID plan, List<Benefit> visits) {
        sql.of(
                        """
                        delete from membership_plan_benefit
                        where business_id = :business and plan_id = :plan and not (service_id = any(:kept))
                        """)
                .param("plan", plan)
                .param("kept", visits.stream().map(Benefit::serviceId).toArray(UUID[]::new))
                .update();
        for (int i = 0; i < visits.size(); i++) {
            sql.of(
                            """
                            insert into membership_plan_benefit as b (business_id, id, plan_id, service_id, visits, position)
                            values (:business, :id, :plan, :service, :visits, :position)
                            on conflict (business_id, plan_id, service_id) do update set visits = excluded.visits,
                                position = excluded.position
                            where (b.visits, b.position) is distinct from (excluded.visits, excluded.position)
                            """)
                    .param("id", Ids.next())
                    .param("plan", plan)
                    .param("service", visits.get(i).serviceId())
                    .param("visits", visits.get(i).visits())
                    .param("position", i)
                    .update();
        }
    }

    /** What is wrong with what is wanted. */
    void check(@Nullable Benefits benefits, List<Problem> problems) {
        if (benefits == null) {
            return;
        }
        Percent.problem("benefits.serviceDiscount", benefits.serviceDiscount())
                .ifPresent(problems::add);
        Percent.problem("benefits.productDiscount", benefits.productDiscount())
                .ifPresent(problems::add);
        Set<UUID> seen = new HashSet<>();
        List<Benefit> visits = benefits.brought();
        for (int i = 0; i < visits.size(); i++) {
            UUID service = visits.get(i).serviceId();
            String field = "benefits.visits[" + i + "].serviceId";
            if (!isService(service)) {
                problems.add(new Problem(field, "choice"));
            } else if (!seen.add(service)) {
                problems.add(new Problem(field, "taken"));
            }
        }
    }

    private boolean isService(@Nullable UUID id) {
        return sql.of(
                        "select exists (select from service where business_id = :business and id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
