package app.clientele.customers.custom;

import app.clientele.customers.custom.CustomField.Option;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The business's own fields as rows: read, counted, written, put in order. */
@Component
public class CustomFieldRows {
    private static final String SELECT =
            """
            select id, key, label, type, help, section, required, shown_in_portal, editable_in_portal, options, position,
                   archived_at is not null archived, version
            from custom_field f where business_id = :business\
            """;

    private static final String ORDER = " order by archived_at is not null, position, label, id";

    private final Sql sql;
    private final JsonMapper json;
    private final ObjectReader options;

    CustomFieldRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.options = json.readerForListOf(Option.class);
    }

    /** In their order, the archived ones last when asked for. */
    public List<CustomField> all(boolean archivedToo) {
        return sql.of(
                        SELECT
                                + " and deleted_at is null and (:archived or archived_at is null)"
                                + ORDER)
                .param("archived", archivedToo)
                .query(this::field)
                .list();
    }

    /** Also those deleted, for telling what was. */
    public List<CustomField> everyOne() {
        return sql.of(SELECT + ORDER).query(this::field).list();
    }

    Optional<CustomField> find(UUID id) {
        return sql.of(SELECT + " and deleted_at is null and id = :id")
                .param("id", id)
                .query(this::field)
                .optional();
    }

    /** After whoever is changing it at this moment is done. */
    Optional<CustomField> lock(UUID id) {
        return sql.of(SELECT + " and deleted_at is null and id = :id for update")
                .param("id", id)
                .query(this::field)
                .optional();
    }

    private CustomField field(ResultSet row, int number) throws SQLException {
        return new CustomField(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("label"),
                Type.of(row.getString("type")),
                row.getString("help"),
                row.getString("section"),
                row.getBoolean("required"),
                row.getBoolean("shown_in_portal"),
                row.getBoolean("editable_in_portal"),
                options.readValue(row.getString("options")),
                row.getInt("position"),
                row.getBoolean("archived"),
                row.getInt("version"));
    }

    /** Every key there ever was: none is used twice. */
    Set<String> keys() {
        return Set.copyOf(
                sql.of("select key from custom_field where business_id = :business")
                        .query(String.class)
                        .list());
    }

    /** Adds a field at the end. */
    UUID insert(String key, CustomFieldDetails details, List<Option> options) {
        UUID id = Ids.next();
        write(
                bind(
                                sql.of(
                                        """
                                        insert into custom_field (business_id, id, key, label, type, help, section, required, shown_in_portal,
                                            editable_in_portal, options, position)
                                        values (:business, :id, :key, :label, :type, :help, :section, :required, :shown, :editable,
                                            :options::jsonb,
                                            (select coalesce(max(position), 0) + 1 from custom_field where business_id = :business))
                                        """),
                                details,
                                options)
                        .param("id", id)
                        .param("key", key)
                        .param("type", details.type() == null ? null : details.type().wireName()));
        return id;
    }

    int update(UUID id, CustomFieldDetails details, List<Option> options, int version) {
        return write(
                bind(
                                sql.of(
                                        """
                                        update custom_field set label = :label, help = :help, section = :section, required = :required,
                                            shown_in_portal = :shown, editable_in_portal = :editable, options = :options::jsonb,
                                            version = version + 1, updated_at = now()
                                        where business_id = :business and id = :id and version = :version
                                        """),
                                details,
                                options)
                        .param("id", id)
                        .param("version", version));
    }

    private StatementSpec bind(
            StatementSpec statement, CustomFieldDetails details, List<Option> options) {
        return statement
                .param("label", details.label())
                .param("help", details.help())
                .param("section", details.section())
                .param("required", details.required())
                .param("shown", details.shownInPortal())
                .param("editable", details.editableInPortal())
                .param("options", json.writeValueAsString(options));
    }

    private static int write(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("label", "taken");
        }
    }

    void order(List<UUID> ids) {
        sql.of(
                        """
                        update custom_field c set position = o.place, updated_at = now()
                        from (select x.id, row_number() over (order by g.place nulls last, x.position, x.label, x.id) place
                              from custom_field x left join unnest(:ids) with ordinality g(id, place) on g.id = x.id
                              where x.business_id = :business and x.deleted_at is null) o
                        where c.business_id = :business and c.id = o.id and c.position <> o.place
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void archive(UUID id, boolean archived) {
        sql.of(
                        "update custom_field set archived_at = "
                                + (archived ? "coalesce(archived_at, now())" : "null")
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        sql.of(
                        "update custom_field set deleted_at = now(), version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    /** How many customers have something in each field, counted up to 10,000. */
    Map<UUID, Integer> uses() {
        Map<UUID, Integer> uses = new HashMap<>();
        sql.of(
                        """
                        select f.id, (select count(distinct x.customer_id) from (
                            select v.customer_id from custom_value v where v.business_id = :business and v.field = f.key limit 10000) x) uses
                        from custom_field f where f.business_id = :business and f.deleted_at is null
                        """)
                .query(row -> {
                    uses.put(row.getObject("id", UUID.class), row.getInt("uses"));
                });
        return uses;
    }

    /** Whether any customer has something in a field, or this very option of it. */
    boolean isUsed(String key, String option) {
        return sql.of(
                        """
                        select exists (select from custom_value where business_id = :business and field = :key
                            and (:option = '' or value = :option))
                        """)
                .param("key", key)
                .param("option", option)
                .query(Boolean.class)
                .single();
    }
}
