package app.clientele.customers.merging;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Locks;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
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
    private final Parting parting;

    Merges(
            MergeRows log,
            MergingRecords records,
            MergedRows rows,
            MergedFields fields,
            Locks locks,
            Parting parting) {
        this.log = log;
        this.records = records;
        this.rows = rows;
        this.fields = fields;
        this.locks = locks;
        this.parting = parting;
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
        log.finish(id, move(id, going, present));
        refuseTooMuch(records.read(into).details());
        records.index(present, into);
        return log.get(id);
    }

    /** What is more than one may save could never be changed again. */
    private static void refuseTooMuch(CustomerDetails merged) {
        List<Refused.Reason> reasons =
                Validation.problems(merged).stream()
                        .filter(p -> p.code().equals("too_many"))
                        .map(p ->
                                new Refused.Reason(
                                        "merge_too_many", p.field(), p.args().getFirst()))
                        .toList();
        if (!reasons.isEmpty()) {
            throw new Refused(reasons);
        }
    }

    private int move(UUID merge, Customer going, Customer into) {
        records.moving(true);
        int moved = rows.move(going.id(), into.id());
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

    /** A merge and those made together with it that still stand, the last first. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public List<Merge> together(UUID id) {
        return parting.standing(id);
    }

    /** The merge that is to be undone before this one, if there is any. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public Optional<Merge> later(UUID id) {
        return log.later(parting.standing(id).getFirst().id());
    }

    /**
     * What stands in the way of undoing a merge with those made together with it: fields they
     * changed and that somebody has changed since.
     *
     * @throws Refused when it is undone already, or another is to be undone first
     */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public List<Stale.Clash> clashes(UUID id) {
        return parting.clashes(parting.standing(id));
    }

    /**
     * Parts two records again, each with what it had; what came since stays with the record that
     * stayed. Of several merges into one record the latest is undone first.
     *
     * @throws Refused when a later change truly clashes, saying with what
     */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional
    public Merge undo(UUID id) {
        parting.part(id);
        return log.get(id);
    }

    /**
     * Several records parted again.
     *
     * @param whole whether they have all they had; what was deleted from the business's lists
     *     meanwhile stays away
     */
    public record Undone(List<Merge> merges, boolean whole) {}

    /** Undoes a merge with those that were made together with it into the same record. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional
    public Undone undoTogether(UUID id) {
        List<Merge> all = parting.standing(id);
        boolean whole = true;
        for (Merge each : all) {
            whole &= parting.part(each.id());
        }
        return new Undone(all, whole);
    }
}
