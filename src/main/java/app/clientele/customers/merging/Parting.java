package app.clientele.customers.merging;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import app.clientele.customers.Customer;
import app.clientele.customers.Locks;
import app.clientele.customers.erasing.ErasureRows;
import app.clientele.customers.history.History;
import app.clientele.customers.history.HistoryFields;
import app.clientele.customers.merging.MergeRows.Deed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts two records that were merged, or says what stands in the way. */
@Component
class Parting {
    private final MergeRows log;
    private final MergingRecords records;
    private final MergedRows rows;
    private final ReturningRows returning;
    private final MergedFields fields;
    private final Locks locks;
    private final History history;
    private final ErasureRows erasures;

    Parting(
            MergeRows log,
            MergingRecords records,
            MergedRows rows,
            ReturningRows returning,
            MergedFields fields,
            Locks locks,
            History history,
            ErasureRows erasures) {
        this.log = log;
        this.records = records;
        this.rows = rows;
        this.returning = returning;
        this.fields = fields;
        this.locks = locks;
        this.history = history;
        this.erasures = erasures;
    }

    /**
     * A merge and those made together with it that still stand, the last first.
     *
     * @throws Refused when it is undone
     */
    List<Merge> standing(UUID id) {
        refuseIfUndone(log.get(id));
        return log.together(id);
    }

    private static void refuseIfUndone(Merge merge) {
        if (merge.undoneAt() != null) {
            throw new Refused("merge_undone");
        }
    }

    /**
     * The fields in the way of undoing merges one after the other.
     *
     * @throws Refused when another is to be undone first
     */
    List<Stale.Clash> clashes(List<Merge> lastFirst) {
        refuseUnlessLatest(lastFirst.getFirst());
        List<Stale.Clash> clashes = new ArrayList<>();
        JsonNode now = null;
        for (Merge merge : lastFirst) {
            Deed deed = deed(merge, now);
            clashes.addAll(clashes(deed));
            now = after(deed);
        }
        return clashes;
    }

    /**
     * @param now the record as it will stand by then; absent when it stands so
     */
    private Deed deed(Merge merge, @Nullable JsonNode now) {
        Deed deed = log.deed(merge);
        if (deed == null) {
            throw gone(merge);
        }
        return now == null ? deed : deed.at(now);
    }

    /** Why a record is not there to be parted from. */
    private Refused gone(Merge merge) {
        boolean erased = erasures.done(merge.into()).isPresent();
        return new Refused(erased ? "merge_erased" : "merged_further");
    }

    private void refuseUnlessLatest(Merge merge) {
        log.later(merge.id())
                .ifPresent(later -> {
                    boolean same = later.into().equals(merge.into());
                    throw new Refused(
                            same ? "merged_later" : "merged_further",
                            later.fromName(),
                            String.valueOf(later.fromNumber()));
                });
    }

    private List<Stale.Clash> clashes(Deed deed) {
        return MergedFields.inTheWay(deed.before(), deed.merged(), deed.now()).stream()
                .map(HistoryFields::of)
                .distinct()
                .map(field ->
                        history.latest(deed.merge().into(), field, deed.version(), deed.now()))
                .toList();
    }

    private JsonNode after(Deed deed) {
        ObjectNode after = ((ObjectNode) deed.now()).deepCopy();
        after.setAll(fields.back(deed.before(), deed.merged(), deed.now()));
        return after;
    }

    /**
     * Undoes a merge.
     *
     * @return whether nothing of it was deleted from the business's lists meanwhile
     */
    boolean part(UUID id) {
        log.lock(id);
        Merge merge = log.get(id);
        refuseIfUndone(merge);
        try {
            locks.hold(merge.into());
        } catch (NotFound e) {
            throw gone(merge);
        }
        refuseUnlessLatest(merge);
        locks.check(merge.into());
        Deed deed = deed(merge, null);
        List<Stale.Clash> clashes = clashes(deed);
        if (!clashes.isEmpty()) {
            throw new Refused(clashes.stream().map(Parting::reason).toList());
        }
        return part(deed);
    }

    private static Refused.Reason reason(Stale.Clash clash) {
        return new Refused.Reason(
                "changed_since_merge", clash.field(), requireNonNullElse(clash.by(), "?"));
    }

    private boolean part(Deed deed) {
        Merge merge = deed.merge();
        Customer present = records.read(merge.into());
        int version = 1 + present.version();
        Map<String, List<ObjectNode>> deleted = returning.deleted(merge.id());
        ObjectNode record = requireNonNull(deleted.get("customer")).getFirst();
        records.moving(true);
        boolean whole = records.bringBack(record, version);
        whole &= rows.moveBack(merge.id(), merge.from(), merge.into(), deleted);
        records.forgetLead(merge.from());
        records.moving(false);
        ObjectNode columns = fields.back(deed.before(), deed.merged(), deed.now());
        whole &= records.changeBack(merge.into(), columns, version);
        records.index(present, merge.into());
        records.index(merge.from());
        log.undone(merge.id());
        return whole;
    }
}
