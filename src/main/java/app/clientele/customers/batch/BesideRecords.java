package app.clientele.customers.batch;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.batch.Beside.Said;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.batch.CustomerBatch.Outcome;
import app.clientele.customers.batch.CustomerBatch.Prepared;
import app.clientele.customers.batch.CustomerBatch.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands what is said besides the records to whoever keeps it, once the records are there. */
@Component
class BesideRecords {
    private final List<Beside> keepers;

    BesideRecords(List<Beside> keepers) {
        this.keepers = keepers;
    }

    /** The outcomes; what was known of somebody but for this has changed, too. */
    List<Outcome> take(
            List<Prepared> rows, List<Outcome> outcomes, OnDuplicate onDuplicate, boolean trial) {
        Map<Integer, Map<String, String>> said = new HashMap<>();
        rows.stream()
                .map(Prepared::incoming)
                .filter(row -> !row.beside().isEmpty())
                .forEach(row -> said.put(row.row(), row.beside()));
        if (said.isEmpty()) {
            return outcomes;
        }
        List<Said> known =
                outcomes.stream()
                        .filter(o -> said.containsKey(o.row()) && isTaken(o))
                        .map(o -> new Said(known(o), requireNonNull(said.get(o.row()))))
                        .toList();
        Set<UUID> changed = new HashSet<>();
        keepers.forEach(keeper -> changed.addAll(take(keeper, known, onDuplicate, trial)));
        return outcomes.stream().map(o -> changed.contains(o.customer()) ? changed(o) : o).toList();
    }

    private static boolean isTaken(Outcome outcome) {
        return outcome.customer() != null
                && outcome.verdict() != Verdict.ERROR
                && outcome.verdict() != Verdict.SKIP;
    }

    private static UUID known(Outcome outcome) {
        return requireNonNull(outcome.customer());
    }

    private static Set<UUID> take(
            Beside keeper, List<Said> known, OnDuplicate onDuplicate, boolean trial) {
        Set<UUID> differing = keeper.differing(known, onDuplicate);
        if (!trial) {
            keeper.take(known.stream().filter(s -> differing.contains(s.customer())).toList());
        }
        return differing;
    }

    private static Outcome changed(Outcome o) {
        return o.verdict() == Verdict.UNCHANGED
                ? new Outcome(o.row(), Verdict.UPDATE, o.customer(), o.reason(), o.problems())
                : o;
    }
}
