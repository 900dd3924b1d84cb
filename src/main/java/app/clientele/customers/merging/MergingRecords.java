package app.clientele.customers.merging;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.Names;
import app.clientele.customers.SearchIndex;
import app.clientele.customers.history.CustomHistory;
import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The two records of a merge themselves: read, changed, taken away and brought back. */
@Component
class MergingRecords {
    private final Sql sql;
    private final CustomerRows rows;
    private final SearchIndex index;
    private final ReturningRows returning;
    private final JsonMapper json;

    MergingRecords(
            Sql sql,
            CustomerRows rows,
            SearchIndex index,
            ReturningRows returning,
            JsonMapper json) {
        this.sql = sql;
        this.rows = rows;
        this.index = index;
        this.returning = returning;
        this.json = json;
    }

    JsonNode tree(String text) {
        return json.readTree(text);
    }

    /** Both rows, which nobody else changes or hangs anything on until the transaction ends. */
    Map<UUID, JsonNode> locked(UUID one, UUID other) {
        Map<UUID, JsonNode> found = new HashMap<>();
        sql.of(
                        "select id, to_jsonb(c)::text record from customer c where business_id = :business and id = any(:ids) order by id for update")
                .param("ids", new UUID[] {one, other})
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), tree(row.getString("record")));
                });
        if (found.size() < 2) {
            throw new NotFound("customer");
        }
        return found;
    }

    Customer read(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("customer"));
    }

    /** From here on the change log names this merge as the cause. */
    void because(UUID merge) {
        sql.of("set local app.cause = '" + merge + "'").update();
    }

    /** While rows move, the log keeps them out of everybody's history. */
    void moving(boolean on) {
        sql.of("set local app.moving = '" + (on ? "on" : "") + "'").update();
    }

    /** Gives a record other values in some columns, and another version. */
    void change(UUID id, ObjectNode columns, int version) {
        String assigned =
                columns.propertyNames().stream()
                        .filter(c -> !CustomHistory.isColumn(c))
                        .map(c -> c + " = r." + c + ", ")
                        .collect(Collectors.joining());
        sql.of(
                        """
                        update customer c set %s version = :version, updated_at = now(),
                            custom = jsonb_strip_nulls(c.custom || :custom::jsonb)
                        from jsonb_populate_record(null::customer, :columns::jsonb) r where c.business_id = :business and c.id = :id
                        """
                                .formatted(assigned))
                .param("columns", json.writeValueAsString(columns))
                .param("custom", json.writeValueAsString(custom(columns)))
                .param("version", version)
                .param("id", id)
                .update();
        sort(id);
    }

    /** The values of custom fields among them, by key as the record keeps them. */
    private ObjectNode custom(ObjectNode columns) {
        ObjectNode custom = json.createObjectNode();
        columns.properties().stream()
                .filter(p -> CustomHistory.isColumn(p.getKey()))
                .forEach(p ->
                        custom.set(
                                CustomHistory.key(CustomHistory.field(p.getKey())), p.getValue()));
        return custom;
    }

    /** The name to sort by follows from the names. */
    private void sort(UUID id) {
        CustomerDetails d = read(id).details();
        sql.of(
                        "update customer set sort_name = :sort where business_id = :business and id = :id and sort_name <> :sort")
                .param("sort", Names.sortKey(d.firstName(), d.middleName(), d.lastName()))
                .param("id", id)
                .update();
    }

    /** Takes the emptied record away; its row stands in the change log. */
    void remove(Customer going) {
        index.remove(going.id(), going.details());
        sql.of("delete from customer where business_id = :business and id = :id")
                .param("id", going.id())
                .update();
    }

    /**
     * Lets the id, number and external id of the record that went lead to the other; of two
     * external ids, the one that record does not bear now.
     */
    void lead(UUID merge, Customer going, Customer into) {
        sql.of(
                        """
                        insert into customer_alias (business_id, id, customer_id, merge_id, number, external_id)
                        select :business, :id, c.id, :merge, :number, coalesce(
                            nullif(:external::text, c.external_id), nullif(:former::text, c.external_id), :external)
                        from customer c where c.business_id = :business and c.id = :into
                        """)
                .param("id", going.id())
                .param("into", into.id())
                .param("merge", merge)
                .param("number", going.number())
                .param("external", going.details().externalId())
                .param("former", into.details().externalId())
                .update();
    }

    void forgetLead(UUID from) {
        sql.of("delete from customer_alias where business_id = :business and id = :id")
                .param("id", from)
                .update();
    }

    /**
     * The record as it was before it went.
     *
     * @return whether it is whole
     */
    boolean bringBack(ObjectNode row, int version) {
        row.put("version", version);
        row.put(
                "sort_name",
                Names.sortKey(
                        text(row, "first_name"), text(row, "middle_name"), text(row, "last_name")));
        return returning.insert("customer", List.of(row));
    }

    /**
     * Gives a record values it had.
     *
     * @return whether all of them are still there
     */
    boolean changeBack(UUID id, ObjectNode columns, int version) {
        ReturningRows.Settled settled = returning.settled("customer", List.of(columns));
        change(id, settled.rows().getFirst(), version);
        return settled.whole();
    }

    private static @Nullable String text(JsonNode row, String column) {
        return row.path(column).isNull() ? null : row.path(column).asString();
    }

    /** Makes a record found by what it says now. */
    void index(Customer before, UUID id) {
        index.replace(id, before.details(), read(id).details(), before.number());
    }

    /** Makes a record found again. */
    void index(UUID id) {
        Customer back = read(id);
        index.put(List.of(new SearchIndex.Entry(id, back.details(), back.number())));
    }
}
