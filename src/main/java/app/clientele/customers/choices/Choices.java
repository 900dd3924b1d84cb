package app.clientele.customers.choices;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.shared.Colours;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists a business edits: statuses, tags, referral methods, genders, categories of services.
 */
@Service
public class Choices {
    /** Enough for any list one can still read. */
    private static final int MOST = 500;

    private final ChoiceRows rows;
    private final Clashes clashes;

    Choices(ChoiceRows rows, Clashes clashes) {
        this.rows = rows;
        this.clashes = clashes;
    }

    /** Which list. */
    public enum Kind {
        STATUS("statuses"),
        TAG("tags"),
        REFERRAL_METHOD("referral-methods"),
        GENDER("genders"),
        SERVICE_CATEGORY("service-categories");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its name in addresses, such as {@code referral-methods}. */
        public String path() {
            return path;
        }

        public static Kind ofPath(String path) {
            for (Kind kind : values()) {
                if (kind.path.equals(path)) {
                    return kind;
                }
            }
            throw new NotFound("list");
        }
    }

    /** One entry of a list. */
    public record Choice(
            UUID id,
            String name,
            String colour,
            int position,
            boolean archived,
            @JsonIgnore int version)
            implements Versioned {
        /** What may be changed about it. */
        public ChoiceDetails details() {
            return new ChoiceDetails(name, colour);
        }
    }

    /** What one may say of an entry; it is grey unless told otherwise. */
    public record ChoiceDetails(
            @NotNull @Line(max = 60) @Nullable String name, @Nullable String colour) {
        String colourOrGrey() {
            return colour == null ? "grey" : colour;
        }
    }

    /** The entries of a list in their order, the archived ones last when asked for. */
    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public List<Choice> all(Kind kind, boolean archivedToo) {
        return rows.all(kind, archivedToo);
    }

    /** An entry as forms offer it. */
    public record Offered(UUID id, String name, String colour) {}

    /** What forms offer: the entries in use of all lists, in their order. */
    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public Map<Kind, List<Offered>> offered() {
        return rows.offered();
    }

    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public Choice get(Kind kind, UUID id) {
        return rows.find(kind, id).orElseThrow(() -> new NotFound(kind.wireName()));
    }

    /** What entries are called, those out of use included. */
    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : rows.names(ids);
    }

    /** The id of the entry with this name, in whatever letters. */
    @Open("the words of a business are no secret to whoever may act in it")
    public Optional<UUID> find(Kind kind, String name) {
        return rows.named(kind, name);
    }

    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public UUID add(Kind kind, ChoiceDetails details) {
        check(kind, null, details);
        if (all(kind, true).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        return rows.insert(kind, requireNonNull(details.name()), details.colourOrGrey());
    }

    private void check(Kind kind, @Nullable UUID id, ChoiceDetails details) {
        Validation.check(details);
        if (!Colours.ALL.contains(details.colourOrGrey())) {
            throw new Invalid("colour", "choice");
        }
        find(kind, requireNonNull(details.name()))
                .filter(other -> !other.equals(id))
                .ifPresent(other -> {
                    boolean archived = get(kind, other).archived();
                    throw new Invalid("name", archived ? "taken_archived" : "taken");
                });
    }

    /** Adds an entry for a name that came with a customer. */
    @Open("called by whatever writes, which asks for its own permission")
    public UUID insert(Kind kind, String name, String colour) {
        return rows.insert(kind, name, colour);
    }

    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void change(Kind kind, UUID id, ChoiceDetails details, int version) {
        check(kind, id, details);
        Choice present = get(kind, id);
        if (rows.update(id, details, version) == 0) {
            throw clashes.since("choice", id, version, present.version());
        }
    }

    /** Puts the entries of a list in this order; those not named keep theirs behind them. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void order(Kind kind, List<UUID> ids) {
        rows.order(kind, ids);
    }

    /** Moves an entry in use by so many places, as far as the list goes. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void move(Kind kind, UUID id, int places) {
        List<UUID> order = new ArrayList<>(all(kind, false).stream().map(Choice::id).toList());
        int at = order.indexOf(id);
        if (at < 0) {
            throw new NotFound(kind.wireName());
        }
        order.remove(at);
        order.add(Math.clamp((long) at + places, 0, order.size()), id);
        rows.order(kind, order);
    }

    /** Takes an entry out of use: who has it keeps it, nobody gets it any more. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void archive(Kind kind, UUID id, boolean archived) {
        get(kind, id);
        rows.archive(id, archived);
    }

    /** Removes an entry that nothing uses. Genders are kept as words, so those may always go. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void delete(Kind kind, UUID id) {
        get(kind, id);
        rows.delete(id);
    }

    /**
     * How many customers have each status or tag, counted up to 10,000; nothing for other lists.
     */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional(readOnly = true)
    public Map<UUID, Integer> uses(Kind kind) {
        return rows.uses(kind);
    }
}
