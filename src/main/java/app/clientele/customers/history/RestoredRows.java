package app.clientele.customers.history;

import app.clientele.customers.Locks;
import app.clientele.customers.PersonalData.Restorable;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts rows that hang on a customer back to what the change log says they were. */
@Component
public class RestoredRows {
    private final Sql sql;
    private final LoggedChanges log;
    private final Locks locks;
    private final JsonMapper json;
    private final Restorables restorables;

    RestoredRows(
            Sql sql, LoggedChanges log, Locks locks, JsonMapper json, Restorables restorables) {
        this.sql = sql;
        this.log = log;
        this.locks = locks;
        this.json = json;
        this.restorables = restorables;
    }

    /** Brings back the row of a table that was deleted last under this id. */
    public void undelete(UUID customer, String table, UUID row) {
        takeBack(customer, log.deletion(customer, table, row), null);
    }

    /**
     * Takes a change back: a deleted row returns, a new one goes, a changed one gets its former
     * values.
     */
    void takeBack(UUID customer, LoggedChange change, @Nullable String field) {
        Restorable restorable =
                restorables.of(change.entity()).orElseThrow(() -> new Refused("not_restorable"));
        Caller.current().require(restorable.needed());
        if (restorable.locked()) {
            locks.check(customer);
        }
        switch (change.operation()) {
            case "delete" -> insert(customer, change.entity(), before(change));
            case "insert" -> delete(change.entity(), change.rowId());
            default -> update(change, field);
        }
        sql.of(
                        "update customer set version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", customer)
                .update();
    }

    private static JsonNode before(LoggedChange change) {
        JsonNode before = HistoryWords.before(change);
        if (before == null) {
            throw new NotFound("change");
        }
        return before;
    }

    /** It hangs on the record that is there, which may be another than it hung on. */
    private void insert(UUID customer, String table, JsonNode row) {
        try {
            sql.of(
                            "insert into %1$s select * from jsonb_populate_record(null::%1$s, :row::jsonb || jsonb_build_object('updated_at', now(), 'customer_id', :customer::uuid)) r where r.business_id = :business"
                                    .formatted(table))
                    .param("row", json.writeValueAsString(withoutSecondPrimary(table, row)))
                    .param("customer", customer)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refused("there_already");
        } catch (DataIntegrityViolationException e) {
            throw new Refused("belongs_to_nothing");
        }
    }

    /** An address that returns is no longer the primary one: another may have taken its place. */
    private static JsonNode withoutSecondPrimary(String table, JsonNode row) {
        if (!table.equals("customer_address")) {
            return row;
        }
        var copy = (tools.jackson.databind.node.ObjectNode) row.deepCopy();
        return copy.put("is_primary", false);
    }

    private void delete(String table, UUID id) {
        int gone =
                sql.of("delete from " + table + " where business_id = :business and id = :id")
                        .param("id", id)
                        .update();
        if (gone == 0) {
            throw new Refused("gone_already");
        }
    }

    private void update(LoggedChange change, @Nullable String field) {
        List<String> columns =
                change.columns().stream()
                        .filter(restorables.columns(change.entity())::contains)
                        .filter(c -> field == null || HistoryFields.of(c).equals(field))
                        .toList();
        if (columns.isEmpty()) {
            throw new Refused("not_restorable");
        }
        String assignments =
                columns.stream().map(c -> c + " = r." + c).collect(Collectors.joining(", "));
        int updated =
                sql.of(
                                "update %1$s t set %2$s, version = t.version + 1, updated_at = now() from jsonb_populate_record(null::%1$s, :row::jsonb) r where t.business_id = :business and t.id = :id"
                                        .formatted(change.entity(), assignments))
                        .param("row", json.writeValueAsString(before(change)))
                        .param("id", change.rowId())
                        .update();
        if (updated == 0) {
            throw new Refused("gone_already");
        }
    }
}
