package app.clientele.credits;

import app.clientele.database.Sql;
import app.clientele.sales.Cover;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Visits pay for a service whole; what is lost soonest is used first. */
@Component
@Order(1)
class CreditCover implements Cover {
    private final Sql sql;

    CreditCover(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String source() {
        return "credit";
    }

    @Override
    public boolean declinable() {
        return true;
    }

    private record Usable(UUID lotId, String name, long remaining) {}

    @Override
    public Optional<Covering> find(Asked asked) {
        if (asked.service() == null) {
            return Optional.empty();
        }
        Optional<Covering> used = asked.appointment() == null ? Optional.empty() : used(asked);
        return used.isPresent() ? used : enough(asked, usable(asked));
    }

    /** What a completed visit has used already pays for it. */
    private Optional<Covering> used(Asked asked) {
        return sql.of(
                        """
                        select c.id, coalesce(c.name, c.reason, '') "name" from credit_use u join visit_credit c on c.business_id = :business and c.id = u.visit_credit_id
                        where u.business_id = :business and u.appointment_id = :appointment and u.undone_at is null
                        """)
                .param("appointment", asked.appointment())
                .query((row, number) ->
                        new Covering(
                                row.getString("name"),
                                free(asked),
                                Map.of(row.getObject("id", UUID.class), 1L)))
                .optional();
    }

    private static Money free(Asked asked) {
        return Money.zero(asked.price().getCurrencyUnit());
    }

    private List<Usable> usable(Asked asked) {
        return sql.of(
                        """
                        select c.lot_id, c.name, c.remaining from usable_credits(:business, :served, :payer, :service, :day) c
                        """)
                .param("served", asked.served())
                .param("payer", asked.customer())
                .param("service", asked.service())
                .param("day", day(asked))
                .query(Usable.class)
                .list();
    }

    /** A visit is covered by what may be used on its day. */
    private LocalDate day(Asked asked) {
        return asked.appointment() == null
                ? asked.day()
                : sql.of(
                                "select day_of_visit(a) from appointment a where a.business_id = :business and a.id = :id")
                        .param("id", asked.appointment())
                        .query(LocalDate.class)
                        .optional()
                        .orElse(asked.day());
    }

    /** All of a line or nothing of it. */
    private static Optional<Covering> enough(Asked asked, List<Usable> usable) {
        Map<UUID, Long> uses = new LinkedHashMap<>();
        long rest = asked.quantity();
        for (Usable one : usable) {
            long free = one.remaining() - asked.taken().getOrDefault(one.lotId(), 0L);
            long part = Math.min(rest, free);
            if (part > 0) {
                uses.put(one.lotId(), part);
                rest -= part;
            }
        }
        return rest > 0
                ? Optional.empty()
                : Optional.of(new Covering(name(usable, uses), free(asked), uses));
    }

    private static String name(List<Usable> usable, Map<UUID, Long> uses) {
        return usable.stream()
                .filter(u -> uses.containsKey(u.lotId()))
                .map(Usable::name)
                .findFirst()
                .orElseThrow();
    }
}
