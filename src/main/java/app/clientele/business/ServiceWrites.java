package app.clientele.business;

import app.clientele.business.ServiceDetails.PerformerDetails;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Services as rows: written with their performers and branches. */
@Component
class ServiceWrites {
    private final Sql sql;

    ServiceWrites(Sql sql) {
        this.sql = sql;
    }

    UUID insert(ServiceDetails details) {
        UUID id = Ids.next();
        named(
                bind(
                        sql.of(
                                """
                                insert into service (business_id, id, name, description, category_id, minutes, buffer_before_minutes,
                                    buffer_after_minutes, price_minor, currency, colour, online, min_age, tax_rate_id, position)
                                values (:business, :id, :name, :description, :category, :minutes, :before, :after, :price, :currency,
                                    :colour, :online, :age, :tax,
                                    (select coalesce(max(position), 0) + 1 from service where business_id = :business))
                                """),
                        id,
                        details));
        assign(id, details);
        return id;
    }

    /** Whether it still had this version. */
    boolean update(UUID id, ServiceDetails details, int version) {
        int changed =
                named(
                        bind(
                                        sql.of(
                                                """
                                                update service set name = :name, description = :description, category_id = :category,
                                                    minutes = :minutes, buffer_before_minutes = :before, buffer_after_minutes = :after,
                                                    price_minor = :price, currency = :currency, colour = :colour, online = :online, min_age = :age, tax_rate_id = :tax,
                                                    version = version + 1, updated_at = now()
                                                where business_id = :business and id = :id and version = :version
                                                """),
                                        id,
                                        details)
                                .param("version", version));
        if (changed > 0) {
            assign(id, details);
        }
        return changed > 0;
    }

    private static int named(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
    }

    private static StatementSpec bind(StatementSpec statement, UUID id, ServiceDetails details) {
        return statement
                .param("id", id)
                .param("name", details.name())
                .param("description", details.description())
                .param("category", details.categoryId())
                .param("minutes", details.minutes())
                .param("before", Objects.requireNonNullElse(details.bufferBeforeMinutes(), 0))
                .param("after", Objects.requireNonNullElse(details.bufferAfterMinutes(), 0))
                .param("price", Amounts.minor(details.price()))
                .param("currency", Amounts.currency(details.price()))
                .param("colour", details.colourOrGrey())
                .param("online", details.online())
                .param("age", details.minAge())
                .param("tax", details.taxRateId());
    }

    private void assign(UUID service, ServiceDetails details) {
        List<UUID> staff = details.team().stream().map(PerformerDetails::staffId).toList();
        keepOnly("service_staff", "staff_id", service, staff);
        keepOnly("service_branch", "branch_id", service, details.places());
        details.team().forEach(performer -> assign(service, performer));
        details.places().forEach(branch -> assign(service, branch));
    }

    private void keepOnly(String table, String column, UUID service, List<UUID> wanted) {
        sql.of(
                        "delete from %s where business_id = :business and service_id = :service and not (%s = any(:wanted))"
                                .formatted(table, column))
                .param("service", service)
                .param("wanted", wanted.toArray(UUID[]::new))
                .update();
    }

    private void assign(UUID service, PerformerDetails performer) {
        sql.of(
                        """
                        insert into service_staff as p (business_id, id, service_id, staff_id, minutes, price_minor, currency)
                        values (:business, :id, :service, :staff, :minutes, :price, :currency)
                        on conflict (business_id, service_id, staff_id) do update
                            set minutes = excluded.minutes, price_minor = excluded.price_minor, currency = excluded.currency
                            where p.business_id = :business and (p.minutes, p.price_minor, p.currency)
                                is distinct from (excluded.minutes, excluded.price_minor, excluded.currency)
                        """)
                .param("id", Ids.next())
                .param("service", service)
                .param("staff", performer.staffId())
                .param("minutes", performer.minutes())
                .param("price", Amounts.minor(performer.price()))
                .param("currency", Amounts.currency(performer.price()))
                .update();
    }

    private void assign(UUID service, UUID branch) {
        sql.of(
                        """
                        insert into service_branch (business_id, id, service_id, branch_id)
                        values (:business, :id, :service, :branch) on conflict (business_id, service_id, branch_id) do nothing
                        """)
                .param("id", Ids.next())
                .param("service", service)
                .param("branch", branch)
                .update();
    }

    void archive(UUID id) {
        setArchived(id, "coalesce(archived_at, now())");
    }

    void reopen(UUID id) {
        try {
            setArchived(id, "null");
        } catch (DuplicateKeyException e) {
            throw new Refused("service_name_taken");
        }
    }

    private void setArchived(UUID id, String value) {
        sql.of(
                        "update service set archived_at = "
                                + value
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    void order(List<UUID> ids) {
        sql.of(
                        """
                        update service s set position = o.place, updated_at = now()
                        from (select x.id, row_number() over (order by g.place nulls last, x.position, x.name, x.id) place
                              from service x left join unnest(:ids) with ordinality g(id, place) on g.id = x.id
                              where x.business_id = :business) o
                        where s.business_id = :business and s.id = o.id and s.position <> o.place
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
