package app.clientele.business;

import app.clientele.access.Clashes;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What a business offers: how long it takes, what it costs, who performs it and where. */
@org.springframework.stereotype.Service
public class Services {
    private static final int MOST = 1000;
    private static final String KNOWN = "what a business offers is no secret to whoever acts in it";

    private final ServiceRows rows;
    private final ServiceWrites writes;
    private final ServiceRules rules;
    private final Clashes clashes;

    Services(ServiceRows rows, ServiceWrites writes, ServiceRules rules, Clashes clashes) {
        this.rows = rows;
        this.writes = writes;
        this.rules = rules;
        this.clashes = clashes;
    }

    /** An entry of the list of categories. */
    public record Category(UUID id, String name, String colour, boolean archived) {}

    /**
     * Which ones to list.
     *
     * @param q part of the name
     * @param branch offered there
     * @param staff performed by them
     * @param since changed then or later
     */
    public record Filter(
            @Nullable String q,
            @Nullable UUID category,
            @Nullable UUID branch,
            @Nullable UUID staff,
            boolean archivedToo,
            @Nullable Instant since) {
        public static Filter all(boolean archivedToo) {
            return new Filter(null, null, null, null, archivedToo, null);
        }

        public static Filter named(@Nullable String q, boolean archivedToo) {
            return new Filter(q, null, null, null, archivedToo, null);
        }
    }

    /** Those that many take part in at once, which are no appointments. */
    @Open(KNOWN)
    @Transactional(readOnly = true)
    public List<Service> classes(boolean archivedToo) {
        return rows.classes(archivedToo);
    }

    /** By category and in the order chosen, archived ones last; without classes. */
    @Open(KNOWN)
    @Transactional(readOnly = true)
    public List<Service> list(Filter filter) {
        return rows.list(filter);
    }

    @Open(KNOWN)
    @Transactional(readOnly = true)
    public Service get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("service"));
    }

    /** The categories in their order. */
    @Open(KNOWN)
    @Transactional(readOnly = true)
    public List<Category> categories() {
        return rows.categories();
    }

    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public UUID create(ServiceDetails details) {
        rules.check(details, null);
        if (rows.count() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        return writes.insert(details);
    }

    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void change(UUID id, ServiceDetails details, int version) {
        Service present = get(id);
        rules.check(details, present);
        if (!writes.update(id, details, version)) {
            throw clashes.since("service", id, version, present.version());
        }
    }

    /** Takes it out of the catalogue; what was done of it stays. */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void archive(UUID id) {
        get(id);
        writes.archive(id);
    }

    /**
     * Offers it again.
     *
     * @throws Refused {@code service_name_taken} when another goes by its name by now
     */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void reopen(UUID id) {
        get(id);
        writes.reopen(id);
    }

    /** Puts them in this order; those not named keep theirs behind them. */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void reorder(List<UUID> ids) {
        writes.order(ids);
    }

    /** Moves one by so many places among those of its category. */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void move(UUID id, int places) {
        UUID category = get(id).categoryId();
        List<UUID> order = new ArrayList<>();
        list(Filter.all(false)).stream()
                .filter(s -> Objects.equals(s.categoryId(), category))
                .forEach(s -> order.add(s.id()));
        int at = order.indexOf(id);
        if (at < 0) {
            throw new NotFound("service");
        }
        order.remove(at);
        order.add(Math.clamp((long) at + places, 0, order.size()), id);
        writes.order(order);
    }
}
