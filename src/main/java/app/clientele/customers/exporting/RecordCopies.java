package app.clientele.customers.exporting;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.PersonalData;
import app.clientele.customers.PersonalData.OnMerge;
import app.clientele.customers.PersonalData.PersonalFile;
import app.clientele.customers.history.History;
import app.clientele.customers.history.HistoryWords;
import app.clientele.customers.history.LoggedChange;
import app.clientele.customers.history.LoggedChanges;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Copies of everything that is kept about one customer, for those who ask what is known about them.
 * What belongs in one follows from the map of personal data, whatever modules there are.
 */
@Service
public class RecordCopies {
    private static final int ALL_CHANGES = 1_000_000;

    private final RecordRows rows;
    private final Customers customers;
    private final CustomerExports exports;
    private final List<PersonalData> data;
    private final LoggedChanges log;
    private final HistoryWords words;

    RecordCopies(
            RecordRows rows,
            Customers customers,
            CustomerExports exports,
            List<PersonalData> data,
            LoggedChanges log,
            HistoryWords words) {
        this.rows = rows;
        this.customers = customers;
        this.exports = exports;
        this.data = data;
        this.log = log;
        this.words = words;
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
    public record Table(String name, List<JsonNode> rows, List<List<History.Fact>> facts) {}

    /**
     * Makes a copy, and puts on record that it was made. Nothing is left out, so its reader must be
     * one who may see everything.
     */
    @Requires(Permission.CUSTOMER_EXPORT)
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Copy of(UUID id) {
        needed().forEach(Caller.current()::require);
        Customer customer = customers.get(id);
        exports.copied(id);
        return new Copy(
                customer,
                tables(id),
                changes(id),
                data.stream().flatMap(d -> d.files(id).stream()).toList());
    }

    /** Whether whoever asks may have one. */
    @Requires(Permission.PROFILE_VIEW)
    public boolean allowed() {
        return Caller.current().may(Permission.CUSTOMER_EXPORT)
                && needed().allMatch(Caller.current()::may);
    }

    private Stream<Permission> needed() {
        return Stream.concat(
                Stream.of(Permission.PROFILE_CONTACT, Permission.HISTORY_VIEW),
                data.stream().flatMap(d -> d.tables().stream()).map(PersonalData.Table::seen));
    }

    private List<History.Change> changes(UUID id) {
        List<LoggedChange> all = log.of(id, History.Filter.ALL, null, ALL_CHANGES);
        return all.stream().map(words.teller(all)).toList();
    }

    private List<Table> tables(UUID id) {
        List<UUID> ids = rows.ids(id);
        JsonNode names = rows.names(ids);
        List<Table> tables = new ArrayList<>();
        for (PersonalData module : data) {
            for (PersonalData.Table table : module.tables()) {
                if (table.customerColumn() != null && table.onMerge() != OnMerge.DERIVE) {
                    List<JsonNode> found = rows.of(table, ids, Integer.MAX_VALUE);
                    tables.add(new Table(table.name(), found, rows.facts(found, names)));
                }
            }
        }
        return tables;
    }
}
