package app.clientele.customers;

import app.clientele.customers.PersonalData.OnMerge;
import app.clientele.customers.PersonalData.PersonalFile;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies of everything that is kept about one customer, for those who ask what is known about them.
 * What belongs in one follows from the map of personal data, whatever modules there are.
 */
@Service
public class RecordCopies {
    private static final List<Permission> NEEDED =
            List.of(Permission.PROFILE_CONTACT, Permission.NOTE_VIEW, Permission.HISTORY_VIEW);

    private static final int ALL_CHANGES = 1_000_000;

    private final Sql sql;
    private final Customers customers;
    private final CustomerExports exports;
    private final List<PersonalData> data;
    private final LoggedChanges log;
    private final HistoryWords words;
    private final CustomFieldRows customFields;
    private final JsonMapper json;

    RecordCopies(
            Sql sql,
            Customers customers,
            CustomerExports exports,
            List<PersonalData> data,
            LoggedChanges log,
            HistoryWords words,
            CustomFieldRows customFields,
            JsonMapper json) {
        this.sql = sql;
        this.customers = customers;
        this.exports = exports;
        this.data = data;
        this.log = log;
        this.words = words;
        this.customFields = customFields;
        this.json = json;
    }

    /**
     * A copy.
     *
     * @param changes all that was ever changed, latest first
     */
    public record Copy(
            Customer customer,
            List<Table> tables,
            List<History.Change> changes,
            List<PersonalFile> files) {}

    /** What one table has about the customer: as kept, and as people read it. */
    public record Table(String name, List<JsonNode> rows, List<List<Fact>> facts) {}

    /**
     * One value in words.
     *
     * @param custom what the business says of the field, where it is its own
     */
    public record Fact(String field, String value, @JsonIgnore @Nullable CustomField custom) {}

    /**
     * Makes a copy, and puts on record that it was made. Nothing is left out, so its reader must be
     * one who may see everything.
     */
    @Requires(Permission.CUSTOMER_EXPORT)
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Copy of(UUID id) {
        for (Permission needed : NEEDED) {
            if (!Caller.current().may(needed)) {
                throw new NotAllowed(needed);
            }
        }
        Customer customer = customers.get(id);
        exports.copied(id);
        return new Copy(
                customer,
                tables(id),
                changes(id),
                data.stream().flatMap(d -> d.files(id).stream()).toList());
    }

    private List<History.Change> changes(UUID id) {
        List<LoggedChange> all = log.of(id, History.Filter.ALL, null, ALL_CHANGES);
        return all.stream().map(words.teller(all)).toList();
    }

    private List<Table> tables(UUID id) {
        JsonNode names = names(id);
        var custom = CustomHistory.byName(customFields.everyOne().stream());
        List<Table> tables = new ArrayList<>();
        for (PersonalData module : data) {
            for (PersonalData.Table table : module.tables()) {
                if (table.customerColumn() != null && table.onMerge() != OnMerge.DERIVE) {
                    List<JsonNode> rows = rows(table.name(), table.customerColumn(), id);
                    tables.add(
                            new Table(
                                    table.name(),
                                    rows,
                                    rows.stream()
                                            .map(r -> HistoryWords.facts(r, names, custom))
                                            .toList()));
                }
            }
        }
        return tables;
    }

    /** The rows as they are kept; what is bytes comes as files. */
    private List<JsonNode> rows(String table, String column, UUID id) {
        return sql.of(
                        """
                        select to_jsonb(t) - array(select attname::text from pg_attribute
                            where attrelid = '%1$s'::regclass and (atttypid = 'bytea'::regtype or attname = 'business_id'))
                        from %1$s t where t.business_id = :business and t.%2$s = :id order by 1
                        """
                                .formatted(table, column))
                .param("id", id)
                .query((row, number) -> json.readTree(row.getString(1)))
                .list();
    }

    /** What the ids in a record stand for. */
    private JsonNode names(UUID id) {
        return json.readTree(
                sql.of(
                                """
                                select coalesce(json_object_agg(n.id, n.name), '{}')::text from (
                                    select id, name from choice where business_id = :business
                                    union all
                                    select r.id, coalesce(r.display_name, concat_ws(' ', r.first_name, r.last_name))
                                    from customer c
                                    join customer r on r.business_id = :business and r.id = c.referred_by_id
                                    where c.business_id = :business and c.id = :id) n
                                """)
                        .param("id", id)
                        .query(String.class)
                        .single());
    }
}
