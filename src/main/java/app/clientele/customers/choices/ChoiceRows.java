package app.clientele.customers.choices;

import app.clientele.customers.choices.Choices.Choice;
import app.clientele.customers.choices.Choices.ChoiceDetails;
import app.clientele.customers.choices.Choices.Kind;
import app.clientele.customers.choices.Choices.Offered;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Refused;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The entries of lists as rows: read, counted, written, put in order. */
@Component
public class ChoiceRows {
    private final Sql sql;

    ChoiceRows(Sql sql) {
        this.sql = sql;
    }

    private static final String SELECT =
            """
            select id, name, colour, position, archived_at is not null archived, version
            from choice where business_id = :business and list = :list\
            """;

    List<Choice> all(Kind kind, boolean archivedToo) {
        return sql.of(
                        SELECT
                                + " and (:archived or archived_at is null)"
                                + " order by archived_at is not null, position, name, id limit 1000")
                .param("list", kind.wireName())
                .param("archived", archivedToo)
                .query(Choice.class)
                .list();
    }

    Map<Kind, List<Offered>> offered() {
        Map<Kind, List<Offered>> offered = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            offered.put(kind, new ArrayList<>());
        }
        sql.of(
                        """
                        select id, name, colour, list from choice where business_id = :business and archived_at is null
                        order by position, name, id
                        """)
                .query(row -> {
                    Kind kind = Kind.valueOf(row.getString("list").toUpperCase(Locale.ROOT));
                    Objects.requireNonNull(offered.get(kind))
                            .add(
                                    new Offered(
                                            row.getObject("id", UUID.class),
                                            row.getString("name"),
                                            row.getString("colour")));
                });
        return offered;
    }

    Optional<Choice> find(Kind kind, UUID id) {
        return sql.of(SELECT + " and id = :id")
                .param("list", kind.wireName())
                .param("id", id)
                .query(Choice.class)
                .optional();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        sql.of("select id, name from choice where business_id = :business and id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    Optional<UUID> named(Kind kind, String name) {
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
     * How many customers have each entry, counted up to 10,000; nothing where none points at it.
     */
    Map<UUID, Integer> uses(Kind kind) {
        String counted =
                switch (kind) {
                    case STATUS ->
                            "customer u where u.business_id = :business and u.status_id = c.id";
                    case TAG ->
                            "customer_tag u where u.business_id = :business and u.tag_id = c.id";
                    case REFERRAL_METHOD, GENDER, SERVICE_CATEGORY -> "";
                };
        Map<UUID, Integer> uses = new HashMap<>();
        if (!counted.isEmpty()) {
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
        }
        return uses;
    }

    /** Adds an entry at the end of its list. */
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

    int update(UUID id, ChoiceDetails details, int version) {
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

    void order(Kind kind, List<UUID> ids) {
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

    void archive(UUID id, boolean archived) {
        sql.of(
                        "update choice set archived_at = "
                                + (archived ? "coalesce(archived_at, now())" : "null")
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        try {
            sql.of("delete from choice where business_id = :business and id = :id")
                    .param("id", id)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new Refused("choice_in_use");
        }
    }

    /**
     * Deletes what somebody's doing added, unless a customer or a saved view has it by now or it
     * was worked on.
     *
     * @param cause of the changes that added them
     */
    public void deleteUnused(UUID cause) {
        sql.of(
                        """
                        delete from choice c
                        where c.business_id = :business and c.id in (
                            select a.row_id from change a where a.business_id = :business and a.cause = :cause
                                and a.entity = 'choice' and a.operation = 'insert')
                          and not exists (select from change l where l.business_id = :business and l.row_id = c.id
                            and jsonb_exists_any(l.before, array['name', 'colour', 'archived_at']))
                          and not exists (select from customer u where u.business_id = :business and u.status_id = c.id)
                          and not exists (select from customer u where u.business_id = :business and u.referral_method_id = c.id)
                          and not exists (select from customer_tag u where u.business_id = :business and u.tag_id = c.id)
                          and not exists (select from saved_view v where v.business_id = :business
                            and strpos(v.query, c.id::text) > 0)
                        """)
                .param("cause", cause)
                .update();
    }
}
