package app.clientele.customers;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import app.clientele.customers.MergeRows.Deed;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes records of one person into one, and parts them again. */
@Service
public class Merges {
    private final MergeRows log;
    private final MergingRecords records;
    private final MergedRows rows;
    private final MergedFields fields;
    private final Locks locks;
    private final History history;

    Merges(
            MergeRows log,
            MergingRecords records,
            MergedRows rows,
            MergedFields fields,
            Locks locks,
            History history) {
        this.log = log;
        this.records = records;
        this.rows = rows;
        this.fields = fields;
        this.locks = locks;
        this.history = history;
    }

    /**
     * Which records become one.
     *
     * @param into the one that stays
     * @param from the one that goes into it
     * @param choices by field, the id of the record whose value is to stay; without a choice the
     *     record that stays keeps its own, and its blanks are filled
     */
    public record MergeDetails(
            @NotNull @Nullable UUID into,
            @NotNull @Nullable UUID from,
            @Nullable Map<String, UUID> choices) {}

    /** Merges several records into one, all or none. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional
    public List<Merge> merge(UUID into, List<UUID> from, Map<String, UUID> choices) {
        List<Merge> done = new ArrayList<>();
        for (UUID each : from) {
            done.add(merge(new MergeDetails(into, each, choices)));
        }
        return done;
    }

    /**
     * Merges one record into another. Everything that hangs on it moves over, its id leads on, and
     * all can be undone.
     */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional
    public Merge merge(MergeDetails details) {
        Validation.check(details);
        UUID into = requireNonNull(details.into());
        UUID from = requireNonNull(details.from());
        Map<String, UUID> choices = requireNonNullElse(details.choices(), Map.of());
        if (into.equals(from)) {
            throw new Invalid("from", "same_record");
        }
        for (String field : choices.keySet()) {
            if (!MergedFields.isChoosable(field)) {
                throw new Invalid("choices." + field, "unknown");
            }
        }
        return merge(Ids.next(), into, from, choices);
    }

    private Merge merge(UUID id, UUID into, UUID from, Map<String, UUID> choices) {
        Map<UUID, JsonNode> both = records.locked(into, from);
        JsonNode stays = requireNonNull(both.get(into));
        JsonNode goes = requireNonNull(both.get(from));
        locks.check(into);
        locks.check(from);
        Customer present = records.read(into);
        Customer going = records.read(from);
        int version = 1 + Math.max(present.version(), going.version());
        records.because(id);
        log.begin(id, into, going, version);
        records.change(into, fields.columns(stays, goes, choices), version);
        log.finish(id, move(id, going, into));
        records.index(present, into);
        return log.get(id);
    }

    private int move(UUID merge, Customer going, UUID into) {
        records.moving(true);
        int moved = rows.move(going.id(), into);
        records.remove(going);
        records.lead(merge, going, into);
        records.moving(false);
        return moved;
    }

    /** Where the id of a record leads that went into another, and whose it was. */
    public record Lead(UUID customer, String name, long number) {}

    /** Finds the record that another one is part of by now. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Optional<Lead> leadsTo(UUID former) {
        return log.leadsTo(former);
    }

    /** One merge, undone or not. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public Merge get(UUID id) {
        return log.get(id);
    }

    /**
     * The merges of the business, the latest first.
     *
     * @param customer only those into this record
     */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public Page<Merge> all(@Nullable UUID customer, @Nullable String cursor, int limit) {
        List<Merge> found = log.all(customer, Cursor.parse(cursor, 1), limit + 1);
        return Page.of(found, limit, m -> Cursor.of(m.id()));
    }

    /**
     * What stands in the way of undoing a merge: fields it changed and that somebody has changed
     * since.
     *
     * @throws Refused when it is undone already, or the record that stayed went into another
     */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public List<Stale.Clash> clashes(UUID id) {
        return clashes(deed(id));
    }

    private Deed deed(UUID id) {
        Merge merge = log.get(id);
        if (merge.undoneAt() != null) {
            throw new Refused("merge_undone");
        }
        Deed deed = log.deed(merge);
        if (deed == null) {
            throw new Refused("merged_further");
        }
        return deed;
    }

    private List<Stale.Clash> clashes(Deed deed) {
        List<String> columns = fields.inTheWay(deed.before(), deed.merged(), deed.now());
        List<String> named = columns.stream().map(HistoryFields::of).distinct().toList();
        int now = deed.now().path("version").asInt();
        return named.isEmpty()
                ? List.of()
                : history.since(deed.merge().into(), deed.version(), now).stream()
                        .filter(c -> named.contains(c.field()))
                        .toList();
    }

    /**
     * Parts two records again, each with what it had; what came since stays with the record that
     * stayed.
     *
     * @throws Refused when a later change truly clashes, saying with what
     */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional
    public Merge undo(UUID id) {
        log.lock(id);
        UUID into = log.get(id).into();
        try {
            locks.hold(into);
        } catch (NotFound e) {
            throw new Refused("merged_further");
        }
        Deed deed = deed(id);
        locks.check(into);
        List<Stale.Clash> clashes = clashes(deed);
        if (!clashes.isEmpty()) {
            throw new Refused(clashes.stream().map(Merges::reason).toList());
        }
        part(deed);
        return log.get(id);
    }

    /** Undoes a merge with those that were made together with it into the same record. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional
    public Merge undoTogether(UUID id) {
        Merge merge = log.get(id);
        log.together(id).forEach(this::undo);
        return merge;
    }

    private static Refused.Reason reason(Stale.Clash clash) {
        return new Refused.Reason(
                "changed_since_merge", clash.field(), requireNonNullElse(clash.by(), "?"));
    }

    private void part(Deed deed) {
        Merge merge = deed.merge();
        Customer present = records.read(merge.into());
        int version = 1 + present.version();
        records.moving(true);
        records.bringBack(merge, version);
        rows.moveBack(merge.id(), merge.from(), merge.into());
        records.forgetLead(merge.from());
        records.moving(false);
        records.change(
                merge.into(), fields.back(deed.before(), deed.merged(), deed.now()), version);
        records.index(present, merge.into());
        records.index(merge.from());
        log.undone(merge.id());
    }
}
