package app.clientele.customers;

import app.clientele.business.BusinessCreated;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.OneOf;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.shared.Validation;
import app.clientele.site.Texts;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists a business edits: statuses, tags, referral methods, genders. */
@Service
public class Choices {
    private final Sql sql;
    private final Texts texts;

    Choices(Sql sql, Texts texts) {
        this.sql = sql;
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

    /** One entry; {@code uses} counts the customers that have it, up to 10,000. */
    public record Choice(
            UUID id,
            String name,
            String colour,
            int position,
            boolean archived,
            int uses,
            int version) {}

    /** What one may say of an entry. */
    public record ChoiceDetails(
            @NotNull @Line(max = 60) @Nullable String name,
            @OneOf(
                            choices = {
                                "grey", "blue", "azure", "indigo", "purple", "pink", "red",
                                "orange", "yellow", "lime", "green", "teal", "cyan"
                            })
                    @Nullable String colour) {
        String colourOrGrey() {
            return colour == null ? "grey" : colour;
        }
    }

    private static final String SELECT =
            """
            select c.id, c.name, c.colour, c.position, c.archived_at is not null archived, c.version,
                   case c.list
                     when 'tag' then (select count(*) from (select from customer_tag u
                        where u.business_id = :business and u.tag_id = c.id limit 10000) x)
                     when 'status' then (select count(*) from (select from customer u
                        where u.business_id = :business and u.status_id = c.id limit 10000) x)
                     else 0 end uses
            from choice c where c.business_id = :business and c.list = :list\
            """;

    /** The entries of a list in their order, the archived ones last when asked for. */
    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public List<Choice> all(Kind kind, boolean archivedToo) {
        return sql.of(
                        SELECT
                                + " and (:archived or c.archived_at is null)"
                                + " order by c.archived_at nulls first, c.position, c.name, c.id limit 500")
                .param("list", kind.wireName())
                .param("archived", archivedToo)
                .query(Choice.class)
                .list();
    }

    @Open("the words of a business are no secret to whoever may act in it")
    @Transactional(readOnly = true)
    public Choice get(Kind kind, UUID id) {
        return sql.of(SELECT + " and c.id = :id")
                .param("list", kind.wireName())
                .param("id", id)
                .query(Choice.class)
                .optional()
                .orElseThrow(() -> new NotFound(kind.wireName()));
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
        Validation.check(details);
        return insert(kind, String.valueOf(details.name()), details.colourOrGrey());
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
        Validation.check(details);
        Choice present = get(kind, id);
        try {
            int changed =
                    sql.of(
                                    """
                                    update choice set name = :name, colour = :colour, version = version + 1, updated_at = now()
                                    where business_id = :business and id = :id and version = :version
                                    """)
                            .param("id", id)
                            .param("name", details.name())
                            .param("colour", details.colourOrGrey())
                            .param("version", version)
                            .update();
            if (changed == 0) {
                throw new Stale(present.version(), List.of());
            }
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
                        update choice c set position = o.position, updated_at = now()
                        from unnest(:ids) with ordinality o(id, position)
                        where c.business_id = :business and c.list = :list and c.id = o.id and c.position <> o.position
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("list", kind.wireName())
                .update();
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

    /** Removes an entry that no customer has. */
    @Requires(Permission.SETTINGS_LISTS)
    @Transactional
    public void delete(Kind kind, UUID id) {
        Choice choice = get(kind, id);
        if (choice.uses() > 0) {
            throw new Refused("choice_in_use", choice.uses());
        }
        sql.of("delete from choice where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    /** What every business begins with, in its own language. */
    @EventListener
    void begin(BusinessCreated created) {
        Locale locale = Locale.forLanguageTag(created.language());
        sql.of("insert into customer_number (business_id) values (:business)").update();
        for (String status : List.of("prospect:azure", "active:green", "inactive:grey")) {
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
