package app.clientele.customers;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in many customers at once, by the rules of the form: the way of imports. */
@Service
public class CustomerBatch {
    private final Businesses businesses;
    private final CustomerRules rules;
    private final CustomerMatches matches;
    private final CustomerInserts inserts;
    private final Customers customers;
    private final Notes notes;
    private final Locks locks;

    CustomerBatch(
            Businesses businesses,
            CustomerRules rules,
            CustomerMatches matches,
            CustomerInserts inserts,
            Customers customers,
            Notes notes,
            Locks locks) {
        this.businesses = businesses;
        this.rules = rules;
        this.matches = matches;
        this.inserts = inserts;
        this.customers = customers;
        this.notes = notes;
        this.locks = locks;
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

    /** A customer to take in, with the notes that belong to them. */
    public record Incoming(int row, CustomerDetails details, List<Notes.NoteDetails> notes) {}

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
                new Incoming(incoming.row(), normal, incoming.notes()),
                List.of(),
                Identity.keys(normal));
    }

    /**
     * Takes rows in, all in one transaction. New names of tags, statuses and referral methods join
     * the business's lists.
     *
     * @param seen the earlier rows of a dry run, which are in no table
     */
    @Requires(Permission.CUSTOMER_IMPORT)
    @Transactional
    public List<Outcome> take(
            List<Prepared> rows,
            OnDuplicate onDuplicate,
            @Nullable UUID importId,
            @Nullable SeenRows seen) {
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
            sound = pass(sound, onDuplicate, importId, seen, outcomes);
        }
        return outcomes;
    }

    /**
     * One pass; answers the rows that match a row of this same pass, which must be written first.
     */
    private List<Prepared> pass(
            List<Prepared> rows,
            OnDuplicate onDuplicate,
            @Nullable UUID importId,
            @Nullable SeenRows seen,
            List<Outcome> outcomes) {
        CustomerMatches.Found found = matches.find(rows);
        SeenRows here = new SeenRows();
        List<Prepared> fresh = new ArrayList<>();
        List<Prepared> later = new ArrayList<>();
        for (Prepared row : rows) {
            CustomerMatches.Match match = found.of(row);
            if (match != null) {
                outcomes.add(known(row, match, onDuplicate, seen != null));
            } else if (seen != null && seen.anyOrAdd(row)) {
                outcomes.add(
                        new Outcome(
                                row.incoming().row(),
                                Verdict.SKIP,
                                null,
                                "earlier_row",
                                List.of()));
            } else if (seen == null && here.anyOrAdd(row)) {
                later.add(row);
            } else {
                fresh.add(row);
            }
        }
        List<UUID> ids = seen == null ? inserts.insert(fresh, importId) : List.of();
        for (int i = 0; i < fresh.size(); i++) {
            UUID id = seen == null ? ids.get(i) : null;
            outcomes.add(
                    new Outcome(
                            fresh.get(i).incoming().row(), Verdict.CREATE, id, null, List.of()));
        }
        // rows that share a contact but are different people come back unmatched, so the list grows
        // shorter each time
        return later;
    }

    private Outcome known(
            Prepared row, CustomerMatches.Match match, OnDuplicate onDuplicate, boolean dryRun) {
        int number = row.incoming().row();
        if (onDuplicate == OnDuplicate.SKIP) {
            return new Outcome(number, Verdict.SKIP, match.customer(), match.reason(), List.of());
        }
        CustomerDetails present = match.details();
        CustomerDetails said = said(row, match);
        CustomerDetails merged =
                DetailsMerge.merge(present, said, onDuplicate == OnDuplicate.OVERWRITE);
        if (merged.equals(present)) {
            return new Outcome(
                    number, Verdict.UNCHANGED, match.customer(), match.reason(), List.of());
        }
        if (match.known().eraseAt() != null) {
            return new Outcome(number, Verdict.SKIP, match.customer(), "erasing", List.of());
        }
        if (Locks.guards(present, merged) && locks.isClosed(match.customer())) {
            return new Outcome(number, Verdict.SKIP, match.customer(), "locked", List.of());
        }
        if (!dryRun) {
            inserts.addMissingChoices(List.of(row));
            customers.change(
                    match.customer(),
                    d -> DetailsMerge.merge(d, said, onDuplicate == OnDuplicate.OVERWRITE));
            row.incoming().notes().forEach(n -> notes.add(match.customer(), n));
        }
        return new Outcome(number, Verdict.UPDATE, match.customer(), match.reason(), List.of());
    }

    /** Who was found by an external id that leads to them from another record keeps their own. */
    private static CustomerDetails said(Prepared row, CustomerMatches.Match match) {
        return match.reason().equals("same_external_id")
                ? row.details().with(d -> d.externalId = match.details().externalId())
                : row.details();
    }
}
