package app.clientele.customers.merging;

import app.clientele.customers.PersonalData;
import app.clientele.customers.PersonalData.OnMerge;
import app.clientele.customers.SearchIndex;
import app.clientele.database.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves what hangs on one record to another, and back, whatever modules there are: the map of
 * personal data says what there is. The change log, under the merge as its cause, is what the way
 * back is found by.
 */
@Component
public class MergedRows {
    private final Sql sql;
    private final List<PersonalData> data;
    private final ReturningRows returning;

    MergedRows(Sql sql, List<PersonalData> data, ReturningRows returning) {
        this.sql = sql;
        this.data = data;
        this.returning = returning;
    }

    /** The tables whose rows move; the record itself is not among them. */
    List<PersonalData.Table> tables() {
        return data.stream()
                .flatMap(d -> d.tables().stream())
                .filter(PersonalData.Table::moves)
                .toList();
    }

    /**
     * Moves all rows. Of two that say the same the one that was there stays; the other goes, and
     * comes back with the way back.
     *
     * @return how many moved
     */
    int move(UUID from, UUID into) {
        int moved = 0;
        for (PersonalData.Table table : tables()) {
            dropAlike(table, from, into);
            moved += update(table, from, into);
            table.links().others().forEach(other -> lead(table, other, from, into));
        }
        referrals(from, into);
        return moved;
    }

    /** Only rows that say no more than what the two are to each other: a visit or a gift stays. */
    private void dropAlike(PersonalData.Table table, UUID from, UUID into) {
        if (table.onMerge() != OnMerge.COMBINE) {
            return;
        }
        for (String other : table.links().others()) {
            run(
                    "delete from %1$s t where t.business_id = :business and (t.%2$s = :from and t.%3$s = :into or t.%2$s = :into and t.%3$s = :from)",
                    from, into, null, table.name(), table.customerColumn(), other);
        }
        run(
                """
                delete from %1$s t where t.business_id = :business and t.%2$s = :from
                    and exists (select from %1$s k where k.business_id = :business and k.%2$s = :into and %3$s)
                """,
                from, into, null, table.name(), table.customerColumn(), alike(table));
    }

    private static String alike(PersonalData.Table table) {
        return table.links().same().stream()
                .map("k.%1$s is not distinct from t.%1$s"::formatted)
                .collect(Collectors.joining(" and "));
    }

    private int update(PersonalData.Table table, UUID from, UUID into) {
        String marks =
                table.links().once().stream()
                        .map(mark ->
                                ", %3$s = t.%3$s and not exists (select from %1$s k where k.business_id = :business and k.%2$s = :into and k.%3$s)"
                                        .formatted(table.name(), table.customerColumn(), mark))
                        .collect(Collectors.joining());
        return run(
                "update %1$s t set %2$s = :into%3$s where t.business_id = :business and t.%2$s = :from",
                from, into, null, table.name(), table.customerColumn(), marks);
    }

    /** Rows of others that name the record that goes name the one that stays, once. */
    private void lead(PersonalData.Table table, String other, UUID from, UUID into) {
        if (table.links().same().contains(other)) {
            run(
                    """
                    delete from %1$s t where t.business_id = :business and t.%3$s = :from
                        and exists (select from %1$s k where k.business_id = :business and k.%2$s = t.%2$s and k.%3$s = :into)
                    """,
                    from, into, null, table.name(), table.customerColumn(), other);
        }
        run(
                "update %1$s t set %2$s = :into where t.business_id = :business and t.%2$s = :from",
                from, into, null, table.name(), other);
    }

    /** Whoever was sent by the one was sent by the other; the two themselves are seen to apart. */
    private void referrals(UUID from, UUID into) {
        run(
                """
                update customer t set referred_by_id = :into, version = version + 1, updated_at = now()
                where t.business_id = :business and t.referred_by_id = :from and t.id not in (:from, :into)
                """,
                from,
                into,
                null);
    }

    /**
     * Brings back what a merge moved or dropped, as far as it is still where it was put.
     *
     * @param deleted what it dropped, by table
     * @return whether nothing of what was dropped was deleted from the business's lists meanwhile
     */
    boolean moveBack(UUID merge, UUID from, UUID into, Map<String, List<ObjectNode>> deleted) {
        boolean whole = true;
        for (PersonalData.Table table : tables()) {
            String column = String.valueOf(table.customerColumn());
            restore(table.name(), column, marks(table), merge, from, into);
            table.links().once().forEach(mark -> giveBack(table, mark, merge, into));
            table.links()
                    .others()
                    .forEach(other -> restore(table.name(), other, "", merge, from, into));
            whole &= returning.insert(table.name(), deleted.getOrDefault(table.name(), List.of()));
        }
        String touched = ", version = t.version + 1, updated_at = now()";
        restore("customer", "referred_by_id", touched, merge, from, into);
        return whole;
    }

    /** Each row gets the mark it had, whatever was done with it since. */
    private static String marks(PersonalData.Table table) {
        return table.links().once().stream()
                .map(mark ->
                        ", %1$s = coalesce(c.before ->> '%1$s', row_after(c.entity, :business, c.row_id, c.id) ->> '%1$s')::boolean"
                                .formatted(mark))
                .collect(Collectors.joining());
    }

    /** When a row that went back took the mark along, the one that had it before bears it again. */
    private void giveBack(PersonalData.Table table, String mark, UUID merge, UUID into) {
        run(
                """
                update %1$s t set %3$s = true
                where t.business_id = :business and not exists (
                        select from %1$s k where k.business_id = :business and k.%2$s = :into and k.%3$s)
                    and t.id = (
                        select r.id from %1$s r
                        join change c on c.business_id = :business and c.row_id = r.id and c.operation = 'update'
                            and c.before ->> '%3$s' = 'true' and c.id > (
                                select max(m.id) from change m where m.business_id = :business and m.cause = :merge)
                        where r.business_id = :business and r.%2$s = :into order by c.id desc limit 1)
                """,
                into, into, merge, table.name(), table.customerColumn(), mark);
    }

    /**
     * Found by their ids: to go through all that hangs there for each of them would take minutes.
     */
    private void restore(
            String table, String column, String more, UUID merge, UUID from, UUID into) {
        run(
                """
                update %1$s t set %2$s = :from%3$s from change c
                where c.business_id = :business and c.cause = :merge and c.entity = '%1$s' and c.operation = 'update'
                    and c.before ->> '%2$s' = :from::text and t.business_id = :business and t.id = c.row_id
                    and t.%2$s is not distinct from :into
                """,
                from, into, merge, table, column, more);
    }

    /** Takes away all that hangs on records, those that nobody could want back. */
    public void delete(List<UUID> customers) {
        SearchIndex.TABLES.forEach(table -> delete(table, "customer_id", customers));
        for (PersonalData.Table table : tables()) {
            delete(table.name(), String.valueOf(table.customerColumn()), customers);
            table.links().others().forEach(other -> delete(table.name(), other, customers));
        }
    }

    private void delete(String table, String column, List<UUID> customers) {
        sql.of(
                        "delete from %s where business_id = :business and %s = any(:ids)"
                                .formatted(table, column))
                .param("ids", customers.toArray(UUID[]::new))
                .update();
    }

    private int run(
            String statement,
            UUID from,
            UUID into,
            @Nullable UUID merge,
            @Nullable Object... names) {
        return sql.of(statement.formatted(names))
                .param("from", from)
                .param("into", into)
                .param("merge", merge)
                .update();
    }
}
