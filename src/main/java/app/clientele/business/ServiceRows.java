package app.clientele.business;

import app.clientele.business.Service.Performer;
import app.clientele.business.Services.Category;
import app.clientele.business.Services.Filter;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Services as rows: each read with its performers and branches in one statement. */
@Component
class ServiceRows {
    private final Sql sql;
    private final JsonMapper json;

    ServiceRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private static final String SELECT =
            """
            select s.*, c.name category,
                array(select b.branch_id from service_branch b
                      where b.business_id = :business and b.service_id = s.id order by b.branch_id) branches,
                (select jsonb_agg(jsonb_build_object('staffId', p.staff_id, 'name', f.name, 'minutes', p.minutes,
                        'minor', p.price_minor, 'currency', p.currency, 'active', f.deactivated_at is null)
                    order by f.name, f.id)
                 from service_staff p join staff f on f.business_id = :business and f.id = p.staff_id
                 where p.business_id = :business and p.service_id = s.id) performers
            from service s left join choice c on c.business_id = :business and c.id = s.category_id
            where s.business_id = :business\
            """;

    private record PerformerRow(
            UUID staffId,
            String name,
            @Nullable Integer minutes,
            @Nullable Long minor,
            @Nullable String currency,
            boolean active) {
        Performer performer() {
            return new Performer(staffId, name, minutes, Amounts.of(minor, currency), active);
        }
    }

    private Service service(ResultSet row, int number) throws SQLException {
        return new Service(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getObject("category_id", UUID.class),
                row.getString("category"),
                row.getInt("minutes"),
                row.getInt("buffer_before_minutes"),
                row.getInt("buffer_after_minutes"),
                Amounts.read(row, "price_minor", "currency"),
                row.getString("colour"),
                row.getInt("position"),
                row.getBoolean("online"),
                performers(row.getString("performers")),
                List.of((UUID[]) row.getArray("branches").getArray()),
                row.getObject("min_age", Integer.class),
                row.getObject("tax_rate_id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row.getTimestamp("archived_at")),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private List<Performer> performers(@Nullable String found) {
        return found == null
                ? List.of()
                : Arrays.stream(json.readValue(found, PerformerRow[].class))
                        .map(PerformerRow::performer)
                        .toList();
    }

    Optional<Service> find(UUID id) {
        return sql.of(SELECT + " and s.id = :id").param("id", id).query(this::service).optional();
    }

    /** What many take part in at once. */
    List<Service> classes(boolean archivedToo) {
        return sql.of(
                        SELECT
                                + """
                                 and s.capacity is not null and (:archived or s.archived_at is null)
                                order by s.archived_at is not null, c.position nulls last, c.name, s.position, s.name, s.id limit 2000
                                """)
                .param("archived", archivedToo)
                .query(this::service)
                .list();
    }

    List<Service> list(Filter filter) {
        return sql.of(
                        SELECT
                                + """
                                 and s.capacity is null and (:archived or s.archived_at is null)
                                and (:q::text is null or strpos(lower(s.name), lower(:q::text)) > 0)
                                and (:category::uuid is null or s.category_id = :category::uuid)
                                and (:branch::uuid is null or exists (
                                     select from branch o where o.business_id = :business and o.id = :branch::uuid and o.archived_at is null))
                                and (:branch::uuid is null
                                     or not exists (select from service_branch b where b.business_id = :business and b.service_id = s.id)
                                     or exists (select from service_branch b where b.business_id = :business and b.service_id = s.id
                                                and b.branch_id = :branch::uuid))
                                and (:staff::uuid is null
                                     or exists (select from service_staff p join staff f on f.business_id = :business and f.id = p.staff_id
                                                where p.business_id = :business and p.service_id = s.id
                                                and p.staff_id = :staff::uuid and f.deactivated_at is null))
                                and (:since::timestamptz is null or s.updated_at >= :since::timestamptz)
                                order by s.archived_at is not null, c.position nulls last, c.name, s.position, s.name, s.id limit 2000
                                """)
                .param("archived", filter.archivedToo())
                .param("q", filter.q())
                .param("category", filter.category())
                .param("branch", filter.branch())
                .param("staff", filter.staff())
                .param("since", filter.since() == null ? null : Timestamp.from(filter.since()))
                .query(this::service)
                .list();
    }

    int count() {
        return sql.of("select count(*) from service where business_id = :business")
                .query(Integer.class)
                .single();
    }

    List<Category> categories() {
        return sql.of(
                        """
                        select id, name, colour, archived_at is not null archived from choice
                        where business_id = :business and list = 'service_category'
                        order by position, name, id
                        """)
                .query(Category.class)
                .list();
    }

    /** Those of these colleagues who still work here. */
    List<UUID> active(List<UUID> staff) {
        return sql.of(
                        """
                        select id from staff where business_id = :business and id = any(:ids) and deactivated_at is null
                        """)
                .param("ids", staff.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Those of these branches that are open. */
    List<UUID> open(List<UUID> branches) {
        return sql.of(
                        """
                        select id from branch where business_id = :business and id = any(:ids) and archived_at is null
                        """)
                .param("ids", branches.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
