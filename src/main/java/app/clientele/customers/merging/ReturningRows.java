package app.clientele.customers.merging;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldRows;
import app.clientele.customers.history.CustomHistory;
import app.clientele.database.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes what the change log has of rows fit to be kept again: in the columns there are by now, and
 * naming only what is still there. Who went into another record meanwhile is that one.
 */
@Component
class ReturningRows {
    private static final String CUSTOM = "custom";

    private final Sql sql;
    private final CustomFieldRows customFields;
    private final JsonMapper json;

    ReturningRows(Sql sql, CustomFieldRows customFields, JsonMapper json) {
        this.sql = sql;
        this.customFields = customFields;
        this.json = json;
    }

    /**
     * Rows fit to be kept.
     *
     * @param whole whether nothing they had was deleted from the business's lists meanwhile
     */
    record Settled(List<ObjectNode> rows, boolean whole) {}

    /** A column that names a row of another table. */
    private record Reference(String name, String target, boolean needed) {
        boolean isLost(JsonNode was, JsonNode is) {
            return !was.path(name).isNull() && is.path(name).isNull();
        }
    }

    /** What a merge deleted, by table. */
    Map<String, List<ObjectNode>> deleted(UUID merge) {
        Map<String, List<ObjectNode>> rows = new HashMap<>();
        sql.of(
                        """
                        select entity, before::text from change
                        where business_id = :business and cause = :merge and operation = 'delete' order by id
                        """)
                .param("merge", merge)
                .query(row -> {
                    rows.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add((ObjectNode) json.readTree(row.getString(2)));
                });
        return rows;
    }

    /** Puts rows back; says whether they are whole. */
    boolean insert(String table, List<ObjectNode> rows) {
        Settled settled = settled(table, rows);
        if (!settled.rows().isEmpty()) {
            String columns = columns(table, settled.rows().getFirst());
            sql.of(
                            """
                            insert into %1$s (%2$s) select %2$s from jsonb_populate_recordset(null::%1$s, :rows::jsonb) r
                            where r.business_id = :business on conflict do nothing
                            """
                                    .formatted(table, columns))
                    .param("rows", json.writeValueAsString(settled.rows()))
                    .update();
        }
        return settled.whole();
    }

    /** Columns the table has by now that the row was kept with; the rest begin as in a new row. */
    private String columns(String table, ObjectNode row) {
        return sql
                .of(
                        """
                        select attname::text from pg_attribute
                        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        """
                                .formatted(table))
                .query(String.class)
                .list()
                .stream()
                .filter(row::has)
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", "));
    }

    /** Whole rows of a table, or some of their columns. */
    Settled settled(String table, List<ObjectNode> rows) {
        List<Reference> references =
                rows.isEmpty()
                        ? List.of()
                        : references(table).stream()
                                .filter(r -> rows.getFirst().has(r.name()))
                                .toList();
        List<ObjectNode> found = references.isEmpty() ? rows : found(references, rows);
        boolean whole = true;
        List<ObjectNode> kept = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode was = rows.get(i);
            ObjectNode is = found.get(i);
            var lost = references.stream().filter(r -> r.isLost(was, is)).toList();
            whole &= lost.stream().allMatch(r -> r.target().equals("customer"));
            if (lost.stream().noneMatch(Reference::needed)) {
                whole &= !table.equals("customer") || settleCustom(is);
                kept.add(is);
            }
        }
        return new Settled(kept, whole);
    }

    /** A row about two people goes with either; a record goes on without whoever sent them. */
    private List<Reference> references(String table) {
        return sql.of(
                        """
                        select a.attname::text "name", c.confrelid::regclass::text target,
                            a.attnotnull or c.confrelid = 'customer'::regclass and c.conrelid <> 'customer'::regclass needed
                        from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'business_id'
                        where c.contype = 'f' and c.conrelid = '%s'::regclass and cardinality(c.conkey) = 2
                        """
                                .formatted(table))
                .query(Reference.class)
                .list();
    }

    /** The rows naming what is found, or nothing where it is not. */
    private List<ObjectNode> found(List<Reference> references, List<ObjectNode> rows) {
        String named =
                references.stream().map(ReturningRows::found).collect(Collectors.joining(", "));
        return sql.of(
                        """
                        select (x.r || jsonb_build_object(%s))::text
                        from jsonb_array_elements(:rows::jsonb) with ordinality x(r, n) order by x.n
                        """
                                .formatted(named))
                .param("rows", json.writeValueAsString(rows))
                .query((row, number) -> (ObjectNode) json.readTree(row.getString(1)))
                .list();
    }

    private static String found(Reference reference) {
        String there =
                "(select k.id from %2$s k where k.business_id = :business and k.id = (x.r ->> '%1$s')::uuid)";
        String elsewhere =
                "(select k.customer_id from customer_alias k where k.business_id = :business and k.id = (x.r ->> '%1$s')::uuid)";
        String found =
                reference.target().equals("customer")
                        ? "coalesce(" + there + ", " + elsewhere + ")"
                        : there;
        return ("'%1$s', " + found).formatted(reference.name(), reference.target());
    }

    /** The same for custom fields, together in one column or each as one of its own. */
    private boolean settleCustom(ObjectNode row) {
        Map<String, CustomField> fields = CustomHistory.byName(customFields.all(true).stream());
        boolean whole = true;
        for (String column : CustomHistory.columns(row)) {
            if (CustomHistory.isColumn(column)) {
                String field = CustomHistory.field(column);
                JsonNode was = CustomHistory.value(field, row);
                JsonNode is = remaining(fields.get(field), was);
                whole &= is.equals(was);
                put(row, column, is);
            }
        }
        return whole;
    }

    private static void put(ObjectNode row, String column, JsonNode value) {
        if (row.has(column)) {
            row.set(column, value);
        } else if (value.isNull()) {
            values(row).remove(CustomHistory.key(CustomHistory.field(column)));
        } else {
            values(row).set(CustomHistory.key(CustomHistory.field(column)), value);
        }
    }

    private static ObjectNode values(ObjectNode row) {
        return (ObjectNode) row.path(CUSTOM);
    }

    /** Less the options deleted since; nothing when the field was. */
    private JsonNode remaining(@Nullable CustomField field, JsonNode value) {
        if (field == null) {
            return NullNode.getInstance();
        }
        if (!field.type().hasOptions() || value.isNull()) {
            return value;
        }
        if (!value.isArray()) {
            return isOption(field, value) ? value : NullNode.getInstance();
        }
        ArrayNode rest = json.createArrayNode();
        value.forEach(option -> {
            if (isOption(field, option)) {
                rest.add(option);
            }
        });
        return rest.isEmpty() ? NullNode.getInstance() : rest;
    }

    private static boolean isOption(CustomField field, JsonNode option) {
        return field.option(option.asString()).isPresent();
    }
}
