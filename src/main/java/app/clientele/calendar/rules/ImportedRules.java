package app.clientele.calendar.rules;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.batch.Beside;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the product they come from did not let book online may not do so here either. */
@Component
class ImportedRules implements Beside {
    private static final int LONGEST_REASON = 300;

    private final Sql sql;

    ImportedRules(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<UUID> differing(List<Said> said, OnDuplicate onDuplicate) {
        List<Said> ruled = said.stream().filter(s -> rule(s) != null).toList();
        Map<UUID, String> present = present(ruled);
        return ruled.stream()
                .filter(s -> {
                    String there = present.get(s.customer());
                    return there == null
                            || onDuplicate == OnDuplicate.OVERWRITE && !there.equals(rule(s));
                })
                .map(Said::customer)
                .collect(Collectors.toSet());
    }

    private static @Nullable String rule(Said said) {
        return said.words().get("onlineBooking");
    }

    private Map<UUID, String> present(List<Said> said) {
        Map<UUID, String> present = new HashMap<>();
        if (!said.isEmpty()) {
            sql.of(
                            "select customer_id, rule from online_booking where business_id = :business and customer_id = any(:ids)")
                    .param("ids", said.stream().map(Said::customer).toArray(UUID[]::new))
                    .query(row -> {
                        present.put(row.getObject(1, UUID.class), row.getString(2));
                    });
        }
        return present;
    }

    @Override
    public void take(List<Said> said) {
        said.forEach(this::take);
    }

    private void take(Said said) {
        String reason = said.words().get("onlineBookingReason");
        sql.of(
                        """
                        insert into online_booking as o (business_id, id, customer_id, rule, reason, created_by, created_via)
                        values (:business, :id, :customer, :rule, :reason, :caller, :via)
                        on conflict (business_id, customer_id) do update set rule = excluded.rule, reason = excluded.reason,
                            created_by = excluded.created_by, created_via = excluded.created_via, version = o.version + 1, updated_at = now()
                            where o.business_id = :business
                        """)
                .param("id", Ids.next())
                .param("customer", said.customer())
                .param("rule", requireNonNull(rule(said)))
                .param(
                        "reason",
                        reason == null
                                ? null
                                : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
                .param("via", Caller.current().door().wireName())
                .update();
    }
}
