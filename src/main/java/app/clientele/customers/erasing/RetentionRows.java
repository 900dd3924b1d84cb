package app.clientele.customers.erasing;

import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a business's rule will forget, and whom somebody keeps all the same. */
@Component
class RetentionRows {
    private final Sql sql;
    private final Businesses businesses;
    private final Clock clock;

    RetentionRows(Sql sql, Businesses businesses, Clock clock) {
        this.sql = sql;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** Somebody nobody seems to have changed, and when they last did. */
    record Candidate(UUID id, OffsetDateTime updatedAt) {}

    private static LocalDate day(long day) {
        return LocalDate.ofEpochDay(Math.clamp(day, 0, 1_000_000));
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(businesses.current().zone()));
    }

    /** Those whose record was last written to before a moment, the longest ago first. */
    List<Candidate> untouched(Instant since, @Nullable Candidate after, int most) {
        return sql.of(
                        """
                        select c.id, c.updated_at from customer c
                        where c.business_id = :business and c.updated_at < :since and c.erase_at is null
                            and (:at::timestamptz is null or (c.updated_at, c.id) > (:at, :after))
                            and not exists (select from retention_notice n where n.business_id = :business and n.customer_id = c.id)
                        order by c.updated_at, c.id limit :most
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("at", after == null ? null : after.updatedAt())
                .param("after", after == null ? null : after.id())
                .param("most", most)
                .query(Candidate.class)
                .list();
    }

    void flag(UUID customer, LocalDate due) {
        sql.of(
                        """
                        insert into retention_notice (business_id, id, customer_id, due_on)
                        values (:business, :id, :customer, :due) on conflict (business_id, customer_id) do nothing
                        """)
                .param("id", Ids.next())
                .param("customer", customer)
                .param("due", due)
                .update();
    }

    /** Keeps somebody: they are asked about again in a year. */
    void keep(UUID customer) {
        sql.of(
                        """
                        insert into retention_notice (business_id, id, customer_id, due_on, kept_until, kept_by)
                        values (:business, :id, :customer, :today, :until, :caller)
                        on conflict (business_id, customer_id) do update set kept_until = excluded.kept_until,
                            kept_by = excluded.kept_by, updated_at = now()
                        """)
                .param("id", Ids.next())
                .param("customer", customer)
                .param("today", today())
                .param("until", today().plusYears(1))
                .update();
    }

    void forget(UUID customer) {
        forget(List.of(customer));
    }

    void forget(Collection<UUID> customers) {
        sql.of(
                        "delete from retention_notice where business_id = :business and customer_id = any(:ids)")
                .param("ids", customers.toArray(UUID[]::new))
                .update();
    }

    /** Forgets whom somebody wanted to be asked about again by now; without a rule, all flags. */
    void forgetOld(boolean all) {
        sql.of(
                        "delete from retention_notice where business_id = :business and (kept_until <= :today or :all and kept_until is null)")
                .param("today", today())
                .param("all", all)
                .update();
    }

    /** Those flagged and not kept, by id. */
    List<UUID> flagged(@Nullable UUID after, int most) {
        return sql.of(
                        """
                        select customer_id from retention_notice where business_id = :business and kept_until is null
                            and (:after::uuid is null or customer_id > :after) order by customer_id limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    List<UUID> due(int most) {
        return sql.of(
                        """
                        select n.customer_id from retention_notice n
                        join customer c on c.business_id = :business and c.id = n.customer_id and c.erase_at is null
                            and c.locked_at is null
                        where n.business_id = :business and n.kept_until is null and n.due_on <= :today
                        order by n.due_on, n.customer_id limit :most
                        """)
                .param("today", today())
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    List<Retention.Notice> all(@Nullable Cursor from, int limit) {
        return sql.of(
                        """
                        select n.customer_id, c.number, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name, n.due_on
                        from retention_notice n
                        join customer c on c.business_id = :business and c.id = n.customer_id
                        where n.business_id = :business and n.kept_until is null
                            and (:due::date is null or (n.due_on, n.customer_id) > (:due, :after))
                        order by n.due_on, n.customer_id limit :limit
                        """)
                .param("due", from == null ? null : day(from.number(0)))
                .param("after", from == null ? null : from.id(1))
                .param("limit", limit)
                .query((row, number) ->
                        new Retention.Notice(
                                row.getObject("customer_id", UUID.class),
                                row.getLong("number"),
                                row.getString("name"),
                                row.getObject("due_on", LocalDate.class)))
                .list();
    }
}
