package app.clientele.customers.merging;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.Masking;
import app.clientele.customers.PersonalData;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.exporting.RecordRows;
import app.clientele.customers.history.History.Fact;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Shows what a merge would do before it is done. */
@Service
public class MergePreviews {
    private static final int MOST_RECORDS = 5;
    private static final int ROWS_SHOWN = 20;
    private static final PersonalData.Table RECORD =
            new PersonalData.Table("customer", "id", PersonalData.OnMerge.KEEP_ONE, Map.of());

    private final Customers customers;
    private final RecordRows rows;
    private final MergedRows merged;

    MergePreviews(Customers customers, RecordRows rows, MergedRows merged) {
        this.customers = customers;
        this.rows = rows;
        this.merged = merged;
    }

    /**
     * What would happen.
     *
     * @param records all of them, the one that stays first
     * @param fields those in which one may choose, each that anybody has a value for
     * @param parts what hangs on the records that go
     */
    public record Preview(List<Customer> records, List<Field> fields, List<Part> parts) {
        public Customer into() {
            return records.getFirst();
        }

        public List<Customer> from() {
            return records.subList(1, records.size());
        }
    }

    /**
     * One field.
     *
     * @param values what each record says, by its id; a record that says nothing is left out
     * @param preset the record whose value stays unless one chooses another
     * @param open whether they differ, so that there is something to choose
     * @param custom what the business says of it, where it is its own
     */
    public record Field(
            String name,
            Map<UUID, String> values,
            UUID preset,
            boolean open,
            @JsonIgnore @Nullable CustomField custom) {}

    /**
     * The rows of a table that move.
     *
     * @param rows some of them in words, where the caller may read them
     */
    public record Part(String table, UUID customerId, long count, List<List<Fact>> rows) {}

    /**
     * Puts two to five records side by side.
     *
     * @param into the one that stays; the likeliest one when nobody said
     */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public Preview of(List<UUID> ids, @Nullable UUID into) {
        List<UUID> wanted = ids.stream().distinct().toList();
        if (wanted.size() < 2 || wanted.size() > MOST_RECORDS) {
            throw new Invalid("id", "records_to_merge", 2, MOST_RECORDS);
        }
        List<Customer> found = customers.get(wanted);
        if (found.size() < wanted.size()) {
            throw new NotFound("customer");
        }
        List<Customer> ordered = ordered(found, into);
        List<UUID> order = ordered.stream().map(Customer::id).toList();
        JsonNode names = rows.names(order);
        Map<UUID, JsonNode> records = new HashMap<>();
        rows.of(RECORD, order, MOST_RECORDS).forEach(r -> records.put(MergedFields.id(r), r));
        return new Preview(
                ordered,
                fields(order.stream().map(id -> requireNonNull(records.get(id))).toList(), names),
                parts(order.subList(1, order.size()), names));
    }

    /** The one with an address to write to before one without; else the one known longest. */
    private static List<Customer> ordered(List<Customer> found, @Nullable UUID into) {
        return found.stream()
                .sorted(
                        Comparator.comparing((Customer c) -> !c.id().equals(into))
                                .thenComparing(c -> c.deactivatedAt() != null)
                                .thenComparing(c -> c.details().emails().isEmpty())
                                .thenComparing(Customer::createdAt)
                                .thenComparing(Customer::id))
                .toList();
    }

    private List<Field> fields(List<JsonNode> records, JsonNode names) {
        List<List<Fact>> facts = rows.facts(records, names);
        List<Field> fields = new ArrayList<>();
        for (String field : MergedFields.choosable(records)) {
            Map<UUID, String> values = new LinkedHashMap<>();
            CustomField custom = null;
            JsonNode kept = records.getFirst();
            for (int i = 0; i < records.size(); i++) {
                JsonNode record = records.get(i);
                UUID id = MergedFields.id(record);
                for (Fact fact : facts.get(i)) {
                    if (fact.field().equals(field)) {
                        values.put(id, fact.value());
                        custom = fact.custom();
                    }
                }
                kept = MergedFields.preset(field, kept, record).equals(id) ? record : kept;
            }
            if (!values.isEmpty()) {
                boolean open = MergedFields.differ(field, records);
                fields.add(new Field(field, values, MergedFields.id(kept), open, custom));
            }
        }
        return fields;
    }

    private List<Part> parts(List<UUID> going, JsonNode names) {
        List<Part> parts = new ArrayList<>();
        for (UUID id : going) {
            for (PersonalData.Table table : merged.tables()) {
                long count = rows.count(table, id);
                if (count > 0) {
                    parts.add(new Part(table.name(), id, count, shown(table, id, names)));
                }
            }
        }
        return parts;
    }

    private List<List<Fact>> shown(PersonalData.Table table, UUID id, JsonNode names) {
        boolean secret = table.name().equals("note") && !Caller.current().may(Permission.NOTE_VIEW);
        boolean contact = table.name().equals("customer_address") && Masking.applies();
        return secret || contact
                ? List.of()
                : rows.facts(rows.of(table, List.of(id), ROWS_SHOWN), names);
    }
}
