package app.clientele.customers.batch;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerRules;
import app.clientele.customers.SearchKeys;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomValues;
import app.clientele.customers.notes.Notes;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes in many customers at once, by the rules of the form: the way of imports. */
@Service
public class CustomerBatch {
    private final Businesses businesses;
    private final CustomerRules rules;
    private final KnownRows known;
    private final CustomerInserts inserts;
    private final BesideRecords beside;
    private final JsonMapper json;

    CustomerBatch(
            Businesses businesses,
            CustomerRules rules,
            KnownRows known,
            CustomerInserts inserts,
            BesideRecords beside,
            JsonMapper json) {
        this.businesses = businesses;
        this.rules = rules;
        this.known = known;
        this.inserts = inserts;
        this.beside = beside;
        this.json = json;
    }

    /** What to do with a row about somebody who is known already. */
    public enum OnDuplicate {
        SKIP,
        FILL_BLANKS,
        OVERWRITE;

        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What became, or would become, of a row. */
    public enum Verdict {
        CREATE,
        UPDATE,
        UNCHANGED,
        SKIP,
        ERROR;

        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A customer to take in, with the notes that belong to them.
     *
     * @param beside what is said of them that other modules keep
     */
    public record Incoming(
            int row,
            CustomerDetails details,
            List<Notes.NoteDetails> notes,
            Map<String, String> beside) {
        public Incoming(int row, CustomerDetails details, List<Notes.NoteDetails> notes) {
            this(row, details, notes, Map.of());
        }
    }

    /**
     * An incoming customer checked and in normal form; made apart from the database, so that it may
     * be done beside it.
     *
     * @param problems why it can't be taken; empty when it can
     */
    public record Prepared(Incoming incoming, List<Problem> problems, List<SearchKeys.Key> keys) {
        CustomerDetails details() {
            return incoming.details();
        }

        /** Two rows of a file that have none of these in common are not about the same person. */
        public Stream<String> marks() {
            return keys.stream().map(key -> Identity.mark(key, details()));
        }
    }

    /**
     * What became of a row.
     *
     * @param reason why it was taken for somebody known, or is a duplicate: a message key below
     *     {@code imports.reason.}
     */
    public record Outcome(
            int row,
            Verdict verdict,
            @Nullable UUID customer,
            @Nullable String reason,
            List<Problem> problems) {}

    /** Checks a row and brings it into its normal form. */
    @Requires(Permission.CUSTOMER_IMPORT)
    public Prepared prepare(Incoming incoming) {
        return prepare(incoming, List.of());
    }

    /**
     * The same with values of custom fields.
     *
     * @param fields all that a row may have something in, read once for many rows
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    public Prepared prepare(Incoming incoming, List<CustomField> fields) {
        Business business = businesses.current();
        List<Problem> problems = rules.problems(incoming.details(), business);
        Map<String, Object> custom =
                new CustomValues(fields).normal(incoming.details().customFields(), problems);
        for (Notes.NoteDetails note : incoming.notes()) {
            problems.addAll(
                    app.clientele.shared.Validation.problems(note).stream()
                            .map(p -> p.under("notes"))
                            .toList());
        }
        if (!problems.isEmpty()) {
            return new Prepared(incoming, problems, List.of());
        }
        CustomerDetails normal =
                rules.normal(
                        incoming.details().with(d -> d.customFields = custom), business.country());
        return new Prepared(
                new Incoming(incoming.row(), normal, incoming.notes(), incoming.beside()),
                List.of(),
                Identity.keys(normal));
    }

    /**
     * What a trial remembers of its earlier rows.
     *
     * @param file where, until it is closed
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    public SeenPeople trial(Path file) {
        return SeenPeople.in(file, json);
    }

    /**
     * Takes rows in, all in one transaction. New names of tags, statuses and referral methods join
     * the business's lists.
     *
     * @param trial whom the earlier rows of a dry run were about; absent when it is for real
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional
    public List<Outcome> take(
            List<Prepared> rows,
            OnDuplicate onDuplicate,
            @Nullable UUID importId,
            @Nullable SeenPeople trial) {
        return take(rows, onDuplicate, importId, trial, Turn.alone());
    }

    /**
     * The same beside other rows of the import. Only those that leave who is known alone may be,
     * and that share no mark with the others.
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional
    public List<Outcome> take(
            List<Prepared> rows,
            OnDuplicate onDuplicate,
            @Nullable UUID importId,
            @Nullable SeenPeople trial,
            Turn turn) {
        turn.toLook();
        List<Outcome> outcomes = new ArrayList<>();
        List<Prepared> sound = new ArrayList<>();
        for (Prepared row : rows) {
            if (row.problems().isEmpty()) {
                sound.add(row);
            } else {
                outcomes.add(
                        new Outcome(
                                row.incoming().row(), Verdict.ERROR, null, null, row.problems()));
            }
        }
        while (!sound.isEmpty()) {
            sound = pass(sound, onDuplicate, importId, trial, turn, outcomes);
        }
        turn.toFinish();
        return beside.take(rows, outcomes, onDuplicate, trial != null);
    }

    /**
     * One pass; answers the rows about somebody whom a row of this same pass makes, and who must be
     * written first: by the next pass they are.
     */
    private List<Prepared> pass(
            List<Prepared> rows,
            OnDuplicate onDuplicate,
            @Nullable UUID importId,
            @Nullable SeenPeople trial,
            Turn turn,
            List<Outcome> outcomes) {
        KnownRows.Meetings meetings = known.meetings(rows, onDuplicate, importId, trial);
        List<Prepared> fresh = new ArrayList<>();
        List<Prepared> later = new ArrayList<>();
        for (Prepared row : rows) {
            KnownRows.Meeting met = meetings.of(row);
            if (met == null) {
                fresh.add(row);
            } else if (trial == null && met.person().customer() == null) {
                later.add(row);
            } else {
                outcomes.add(trial == null ? known.take(row, met, onDuplicate) : met.outcome(row));
            }
        }
        List<UUID> ids = trial == null ? inserts.insert(fresh, importId, turn) : List.of();
        for (int i = 0; i < fresh.size(); i++) {
            UUID id = trial == null ? ids.get(i) : null;
            outcomes.add(
                    new Outcome(
                            fresh.get(i).incoming().row(), Verdict.CREATE, id, null, List.of()));
        }
        return later;
    }
}
