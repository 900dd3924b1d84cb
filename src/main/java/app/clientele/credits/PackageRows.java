package app.clientele.credits;

import static java.util.Objects.requireNonNull;

import app.clientele.credits.ServicePackage.Item;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The packages that are sold, as rows: read. */
@Component
class PackageRows {
    private static final String SELECT =
            """
            select p.*, (select json_agg(json_build_object('serviceId', i.service_id, 'service', s.name, 'visits', i.visits) order by i.position)
                from package_item i join service s on s.business_id = :business and s.id = i.service_id
                where i.business_id = :business and i.package_id = p.id) items
            from package p where p.business_id = :business\
            """;

    private final Sql sql;
    private final JsonMapper json;

    PackageRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<ServicePackage> packages(boolean archivedToo) {
        return sql.of(
                        SELECT
                                + " and (:archived or p.archived_at is null) order by p.archived_at nulls first, lower(p.name), p.id limit 400")
                .param("archived", archivedToo)
                .query(this::read)
                .list();
    }

    Optional<ServicePackage> find(UUID id) {
        return sql.of(SELECT + " and p.id = :id").param("id", id).query(this::read).optional();
    }

    private ServicePackage read(ResultSet row, int number) throws SQLException {
        Timestamp archived = row.getTimestamp("archived_at");
        return new ServicePackage(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                requireNonNull(Amounts.read(row, "price_minor", "currency")),
                List.of(json.readValue(row.getString("items"), Item[].class)),
                row.getObject("lasts_days", Integer.class),
                row.getBoolean("online"),
                row.getBoolean("shared"),
                row.getObject("tax_rate_id", UUID.class),
                archived == null ? null : archived.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    boolean isTaxRate(UUID id) {
        return is(
                "select exists (select from tax_rate where business_id = :business and id = :id)",
                id);
    }

    boolean isService(UUID id) {
        return is(
                "select exists (select from service where business_id = :business and id = :id)",
                id);
    }

    private boolean is(String question, UUID id) {
        return sql.of(question).param("id", id).query(Boolean.class).single();
    }
}
