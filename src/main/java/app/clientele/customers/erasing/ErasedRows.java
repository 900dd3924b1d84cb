package app.clientele.customers.erasing;

import app.clientele.customers.PersonalData;
import app.clientele.database.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes away or empties what hangs on a record, whatever modules there are: the map of personal
 * data says what there is, and the database's catalogue what an empty value is.
 */
@Component
class ErasedRows {
    /** What the database's own function sees to, at the end. */
    private static final List<String> APART = List.of("change", "customer_erasure");

    private final Sql sql;
    private final List<PersonalData> data;

    ErasedRows(Sql sql, List<PersonalData> data) {
        this.sql = sql;
        this.data = data;
    }

    private Stream<PersonalData.Table> tables() {
        return data.stream()
                .flatMap(d -> d.tables().stream())
                .filter(t -> t.customerColumn() != null);
    }

    /** How many rows of each table go or lose what they say. */
    Map<String, Long> going(List<UUID> ids) {
        Map<String, Long> counts = new LinkedHashMap<>();
        tables().filter(t -> t.onMerge() != PersonalData.OnMerge.DERIVE)
                .filter(t -> !t.name().equals("customer_erasure"))
                .filter(t -> t.goes() || !t.blanked().isEmpty())
                .forEach(t ->
                        count(
                                t,
                                t.name().equals("change") ? "before is not null" : "true",
                                ids,
                                counts));
        return counts;
    }

    /** How many rows of each table stay, of those the map has a reason for. */
    Map<String, Long> staying(List<UUID> ids) {
        Map<String, Long> counts = new LinkedHashMap<>();
        tables().filter(t -> t.kept() != null).forEach(t -> count(t, "true", ids, counts));
        return counts;
    }

    /** Why the rows of each table stay. */
    Map<String, String> reasons() {
        return tables().filter(t -> t.kept() != null)
                .collect(Collectors.toMap(PersonalData.Table::name, t -> String.valueOf(t.kept())));
    }

    private void count(
            PersonalData.Table table, String which, List<UUID> ids, Map<String, Long> counts) {
        long count =
                sql.of(
                                "select count(*) from %s where business_id = :business and %s = any(:ids) and %s"
                                        .formatted(table.name(), table.customerColumn(), which))
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Long.class)
                        .single();
        if (count > 0) {
            counts.put(table.name(), count);
        }
    }

    private record Link(PersonalData.Table table, String column) {
        boolean isRecord() {
            return table.name().equals("customer");
        }
    }

    private Stream<Link> links() {
        return tables().flatMap(
                        t -> t.links().others().stream().map(column -> new Link(t, column)));
    }

    /** The rows of others that tell of the one who goes, such as what each is to the other. */
    List<UUID> linked(List<UUID> ids) {
        return links().filter(link -> !link.isRecord())
                .flatMap(link ->
                        sql
                                .of(
                                        "select id from %s where business_id = :business and %s = any(:ids)"
                                                .formatted(link.table().name(), link.column()))
                                .param("ids", ids.toArray(UUID[]::new))
                                .query(UUID.class)
                                .list()
                                .stream())
                .toList();
    }

    /** What only ties the two together goes, and what a row of others says of the one who goes. */
    void eraseLinked(List<UUID> ids) {
        links().filter(link -> !link.isRecord())
                .forEach(link -> erase(link.table(), link.column(), ids));
    }

    /** Rows of others that stay no longer name the one who goes. */
    void unlink(List<UUID> ids) {
        links().filter(link -> !link.table().goes())
                .forEach(link -> {
                    String touched =
                            link.isRecord() ? ", version = version + 1, updated_at = now()" : "";
                    run(
                            "update %1$s set %2$s = null%3$s where business_id = :business and %2$s = any(:ids) and (%4$s <> all(:ids) or %4$s is null)"
                                    .formatted(
                                            link.table().name(),
                                            link.column(),
                                            touched,
                                            link.table().customerColumn()),
                            ids);
                });
    }

    /** Takes away and empties; what is derived from the record by the database goes with it. */
    void erase(List<UUID> ids) {
        tables().filter(t -> !APART.contains(t.name()) && mayWrite(t.name()))
                .sorted(java.util.Comparator.comparing(t -> t.name().equals("customer")))
                .forEach(t -> erase(t, String.valueOf(t.customerColumn()), ids));
    }

    private boolean mayWrite(String table) {
        return sql.of("select has_table_privilege(:table, 'delete') and :business is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    private void erase(PersonalData.Table table, String column, List<UUID> ids) {
        String where = " where business_id = :business and %s = any(:ids)".formatted(column);
        if (table.goes()) {
            run("delete from " + table.name() + where, ids);
        } else if (!table.blanked().isEmpty()) {
            run("update " + table.name() + " set " + empty(table) + where, ids);
        }
    }

    private void run(String statement, List<UUID> ids) {
        sql.of(statement).param("ids", ids.toArray(UUID[]::new)).update();
    }

    private String empty(PersonalData.Table table) {
        return String.join(
                ", ",
                sql.of(
                                """
                                select format('%I = %s', attname, case when not attnotnull then 'null' when atthasdef then 'default'
                                    when atttypid = 'jsonb'::regtype then '''{}''' else '''''' end)
                                from pg_attribute where attrelid = to_regclass(:table) and attname = any(:columns)
                                    and :business is not null
                                """)
                        .param("table", table.name())
                        .param("columns", table.blanked().toArray(String[]::new))
                        .query(String.class)
                        .list());
    }
}
