package app.clientele.customers;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.BusinessCreated;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.site.Texts;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists a business edits: statuses, tags, referral methods, genders. */
@Service
public class Choices {
    /** Enough for any list one can still read. */
    private static final int MOST = 500;

    private final Sql sql;
    private final Clashes clashes;
    private final Texts texts;

    Choices(Sql sql, Clashes clashes, Texts texts) {
        this.sql = sql;
        this.clashes = clashes;
        this.texts = texts;
    }

    /** Which list. */
    public enum Kind {
        STATUS("statuses"),
        TAG("tags"),
        REFERRAL_METHOD("referral-methods"),
        GENDER("genders");

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

    /** The colours an entry may have. */
    public static final List<String> COLOURS =
            List.of(
                    "grey", "red", "orange", "yellow", "green", "teal", "blue", "indigo", "purple",
                    "pink");

    /** One entry of a list. */
    public record Choice(
            UUID id,
            String name,
            String colour,
            int position,
            boolean archived,
            @JsonIgnore int version) {
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

    private static final String SELECT =
            """
            select id, name, colour, position, archived_at is not null archived, version
            from choice where business_id = :business and list = :list\
            """;

    /** The entries of a list in their order, the archived ones last when asked for. */
    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public List<Choice> all(Kind kind, boolean archivedToo) {
        return sql.of(
                        SELECT
                                + " and (:archived or archived_at is null)"
                                + " order by archived_at is not null, position, name, id limit 1000")
                .param("list", kind.wireName())
                .param("archived", archivedToo)
                .query(Choice.class)
                .list();
    }

    /** An entry as forms offer it. */
    public record Offered(UUID id, String name, String colour) {}

    /** What forms offer: the entries in use of all lists, in their order. */
    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public Map<Kind, List<Offered>> offered() {
        Map<Kind, List<Offered>> offered = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            offered.put(kind, new ArrayList<>());
        }
        sql.of(
                        """
                        select id, name, colour, list from choice where business_id = :business and archived_at is null
                        order by position, name, id
                        """)
                .query((row, number) ->
                        Objects.requireNonNull(
                                        offered.get(
                                                Kind.valueOf(
                                                        row.getString("list")
                                                                .toUpperCase(Locale.ROOT))))
                                .add(
                                        new Offered(
                                                row.getObject("id", UUID.class),
                                                row.getString("name"),
                                                row.getString("colour"))))
                .list();
        return offered;
    }

    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public Choice get(Kind kind, UUID id) {
        return sql.of(SELECT + " and id = :id")
                .param("list", kind.wireName())
                .param("id", id)
                .query(Choice.class)
                .optional()
                .orElseThrow(() -> new NotFound(kind.wireName()));
    }

    /** What entries are called, those out of use included. */
    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.of("select id, name from choice where business_id = :business and id = any(:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(row -> {
                        names.put(row.getObject("id", UUID.class), row.getString("name"));
                    });
        }
        return names;
    }

    /** The id of the entry with this name, in whatever letters. */
    Optional<UUID> find(Kind kind, String name) {
        return sql.of(
                        """
                        select id from choice where business_id = :business and list = :list and lower(name) = lower(:name)
                        """)
                .param("list", kind.wireName())
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    /**
     * @throws Invalid on the named field when there is no such entry
     */
    @Nullable UUID required(Kind kind, @Nullable String name, String field) {
        return name == null
                ? null
                : find(kind, name).orElseThrow(() -> new Invalid(field, "choice_unknown", name));
    }

    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public UUID add(Kind kind, ChoiceDetails details) {
        check(kind, null, details);
        if (all(kind, true).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        return insert(kind, requireNonNull(details.name()), details.colourOrGrey());
    }

    private void check(Kind kind, @Nullable UUID id, ChoiceDetails details) {
        Validation.check(details);
        if (!COLOURS.contains(details.colourOrGrey())) {
            throw new Invalid("colour", "choice");
        }
        find(kind, requireNonNull(details.name()))
                .filter(other -> !other.equals(id))
                .ifPresent(other -> {
                    boolean archived = get(kind, other).archived();
                    throw new Invalid("name", archived ? "taken_archived" : "taken");
                });
    }

    UUID insert(Kind kind, String name, String colour) {
        UUID id = Ids.next();
        try {
            sql.of(
                            """
                            insert into choice (business_id, id, list, name, colour, position)
                            values (:business, :id, :list, :name, :colour,
                                (select coalesce(max(position), 0) + 1 from choice where business_id = :business and list = :list))
                            """)
                    .param("id", id)
                    .param("list", kind.wireName())
                    .param("name", name)
                    .param("colour", colour)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
        return id;
    }

    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void change(Kind kind, UUID id, ChoiceDetails details, int version) {
        check(kind, id, details);
        Choice present = get(kind, id);
        if (update(id, details, version) == 0) {
            throw clashes.since("choice", id, version, present.version());
        }
    }

    private int update(UUID id, ChoiceDetails details, int version) {
        try {
            return sql.of(
                            """
                            update choice set name = :name, colour = :colour, version = version + 1, updated_at = now()
                            where business_id = :business and id = :id and version = :version
                            """)
                    .param("id", id)
                    .param("name", details.name())
                    .param("colour", details.colourOrGrey())
                    .param("version", version)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
    }

    /** Puts the entries of a list in this order; those not named keep theirs behind them. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void order(Kind kind, List<UUID> ids) {
        sql.of(
                        """
                        update choice c set position = o.place, updated_at = now()
                        from (select x.id, row_number() over (order by g.place nulls last, x.position, x.name, x.id) place
                              from choice x left join unnest(:ids) with ordinality g(id, place) on g.id = x.id
                              where x.business_id = :business and x.list = :list) o
                        where c.business_id = :business and c.id = o.id and c.position <> o.place
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("list", kind.wireName())
                .update();
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
        order(kind, order);
    }

    /** Takes an entry out of use: who has it keeps it, nobody gets it any more. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void archive(Kind kind, UUID id, boolean archived) {
        get(kind, id);
        sql.of(
                        "update choice set archived_at = "
                                + (archived ? "coalesce(archived_at, now())" : "null")
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    /** Removes an entry that no customer has. Genders are kept as words, so those may always go. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void delete(Kind kind, UUID id) {
        get(kind, id);
        try {
            sql.of("delete from choice where business_id = :business and id = :id")
                    .param("id", id)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new Refused("choice_in_use");
        }
    }

    /**
     * How many customers have each status or tag, counted up to 10,000; nothing for other lists.
     */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional(readOnly = true)
    public Map<UUID, Integer> uses(Kind kind) {
        String counted =
                switch (kind) {
                    case STATUS ->
                            "customer u where u.business_id = :business and u.status_id = c.id";
                    case TAG ->
                            "customer_tag u where u.business_id = :business and u.tag_id = c.id";
                    case REFERRAL_METHOD, GENDER -> "";
                };
        if (counted.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Integer> uses = new HashMap<>();
        sql.of(
                        """
                        select c.id, (select count(*) from (select from %s limit 10000) x) uses
                        from choice c where c.business_id = :business and c.list = :list
                        """
                                .formatted(counted))
                .param("list", kind.wireName())
                .query(row -> {
                    uses.put(row.getObject("id", UUID.class), row.getInt("uses"));
                });
        return uses;
    }

    /** What every business begins with, in its own language. */
    @EventListener
    void begin(BusinessCreated created) {
        Locale locale = Locale.forLanguageTag(created.language());
        sql.of("insert into customer_number (business_id) values (:business)").update();
        for (String status : List.of("prospect:blue", "active:green", "inactive:grey")) {
            String[] parts = status.split(":", 2);
            insert(Kind.STATUS, texts.text(locale, "choices.status." + parts[0]), parts[1]);
        }
        for (String method : List.of("friend", "search", "social", "passing", "advertisement")) {
            insert(Kind.REFERRAL_METHOD, texts.text(locale, "choices.referral." + method), "grey");
        }
        for (String gender : List.of("female", "male", "non_binary")) {
            insert(Kind.GENDER, texts.text(locale, "choices.gender." + gender), "grey");
        }
    }
}
