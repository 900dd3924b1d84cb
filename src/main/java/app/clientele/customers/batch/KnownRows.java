package app.clientele.customers.batch;

import app.clientele.business.Businesses;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerRules;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.batch.CustomerBatch.Outcome;
import app.clientele.customers.batch.CustomerBatch.Prepared;
import app.clientele.customers.batch.CustomerBatch.Verdict;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.shared.Invalid.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What becomes of rows about somebody who is known already, be it from the tables or from an
 * earlier row: told the same way in a trial as for real.
 */
@Component
class KnownRows {
    private final Businesses businesses;
    private final CustomerRules rules;
    private final CustomerMatches matches;
    private final CustomerInserts inserts;
    private final Customers customers;
    private final Notes notes;
    private final Locks locks;

    KnownRows(
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

    /**
     * A row with whom it is about.
     *
     * @param person as they were before it
     * @param reason how one knows, or why the row does nothing
     * @param details as they are to be
     * @param added notes to be
     */
    record Meeting(
            KnownPerson person,
            Verdict verdict,
            String reason,
            CustomerDetails details,
            List<NoteDetails> added,
            List<Problem> problems) {
        Outcome outcome(Prepared row) {
            return new Outcome(row.incoming().row(), verdict, person.customer(), reason, problems);
        }

        private Meeting without(Verdict instead, String why, List<Problem> found) {
            return new Meeting(person, instead, why, person.details(), List.of(), found);
        }
    }

    /** Whom some rows are about, asked of one row after the other. */
    final class Meetings {
        private final OnDuplicate onDuplicate;
        private final CustomerMatches.Found found;
        private final Map<Prepared, CustomerMatches.Match> matched = new IdentityHashMap<>();
        private final Map<UUID, Set<String>> written;
        private final SeenPeople seen;

        private Meetings(
                Collection<Prepared> rows,
                OnDuplicate onDuplicate,
                @Nullable UUID importId,
                SeenPeople seen) {
            this.onDuplicate = onDuplicate;
            this.seen = seen;
            found = matches.find(rows, importId);
            Set<UUID> annotated = new HashSet<>();
            for (Prepared row : rows) {
                CustomerMatches.Match match = found.of(row);
                if (match != null) {
                    matched.put(row, match);
                    if (onDuplicate != OnDuplicate.SKIP && !row.incoming().notes().isEmpty()) {
                        annotated.add(match.customer().id());
                    }
                }
            }
            written = matches.notes(annotated);
        }

        /** Whom a row is about and what it makes of them; nothing when it makes somebody. */
        @Nullable Meeting of(Prepared row) {
            CustomerMatches.Match match = matched.get(row);
            KnownPerson person = match == null ? seen.find(row) : person(match.customer());
            if (person == null) {
                seen.put(KnownPerson.of(row.incoming()));
                return null;
            }
            String reason = match == null ? "earlier_row" : match.reason();
            if (match != null && match.customer().eraseAt() != null) {
                return erasing(person);
            }
            Meeting met = meet(row, person, reason, onDuplicate);
            if (met.verdict() == Verdict.UPDATE) {
                seen.put(person.with(met.details()).withNotes(KnownPerson.texts(met.added())));
            }
            return met;
        }

        /** Nobody writes any more about whom is to be forgotten. */
        private Meeting erasing(KnownPerson person) {
            return new Meeting(
                    person, Verdict.SKIP, "erasing", person.details(), List.of(), List.of());
        }

        private KnownPerson person(Customer known) {
            Set<String> notes = written.getOrDefault(known.id(), Set.of());
            KnownPerson changed = seen.of(known.id());
            return changed == null
                    ? new KnownPerson(-1, known.id(), known.details(), notes, found.isOurs(known))
                    : changed.withNotes(notes);
        }
    }

    /**
     * @param trial whom the earlier rows of a dry run were about, if it is one
     */
    Meetings meetings(
            Collection<Prepared> rows,
            OnDuplicate onDuplicate,
            @Nullable UUID importId,
            @Nullable SeenPeople trial) {
        return new Meetings(
                rows, onDuplicate, importId, trial == null ? SeenPeople.inMemory() : trial);
    }

    private Meeting meet(Prepared row, KnownPerson person, String reason, OnDuplicate onDuplicate) {
        CustomerDetails present = person.details();
        CustomerDetails merged = merged(present, row, reason, onDuplicate);
        List<NoteDetails> added = person.missing(row.incoming().notes());
        Meeting met = new Meeting(person, Verdict.UPDATE, reason, merged, added, List.of());
        if (onDuplicate == OnDuplicate.SKIP) {
            return met.without(Verdict.SKIP, reason, List.of());
        }
        if (merged.equals(present)) {
            return added.isEmpty() ? met.without(Verdict.UNCHANGED, reason, List.of()) : met;
        }
        if (isClosed(person, merged)) {
            return added.isEmpty()
                    ? met.without(Verdict.SKIP, "locked", List.of())
                    : new Meeting(
                            person, Verdict.UPDATE, "locked_notes", present, added, List.of());
        }
        List<Problem> problems = rules.problems(merged, businesses.current());
        return problems.isEmpty() ? met : met.without(Verdict.ERROR, reason, problems);
    }

    /** Who was found by an external id that leads to them from another record keeps their own. */
    private static CustomerDetails merged(
            CustomerDetails present, Prepared row, String reason, OnDuplicate onDuplicate) {
        CustomerDetails said =
                reason.equals("same_external_id")
                        ? row.details().with(d -> d.externalId = present.externalId())
                        : row.details();
        return DetailsMerge.merge(present, said, onDuplicate == OnDuplicate.OVERWRITE);
    }

    private boolean isClosed(KnownPerson person, CustomerDetails merged) {
        return person.customer() != null
                && Locks.guards(person.details(), merged)
                && locks.isClosed(person.customer());
    }

    /** Does what the meeting says. */
    Outcome take(Prepared row, Meeting met, OnDuplicate onDuplicate) {
        UUID customer = Objects.requireNonNull(met.person().customer());
        if (!met.details().equals(met.person().details())) {
            inserts.addMissingChoices(List.of(row), Turn.alone());
            customers.change(customer, d -> merged(d, row, met.reason(), onDuplicate));
        }
        // each comes on top of the others
        met.added().reversed().forEach(n -> notes.add(customer, n));
        return met.outcome(row);
    }
}
