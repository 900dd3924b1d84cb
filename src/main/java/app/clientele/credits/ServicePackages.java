package app.clientele.credits;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Businesses;
import app.clientele.credits.ServicePackage.ItemDetails;
import app.clientele.credits.ServicePackage.PackageDetails;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The packages a business sells. */
@Service
public class ServicePackages {
    private static final int MOST = 200;

    private final Sql sql;
    private final PackageRows rows;
    private final Businesses businesses;
    private final Clashes clashes;

    ServicePackages(Sql sql, PackageRows rows, Businesses businesses, Clashes clashes) {
        this.sql = sql;
        this.rows = rows;
        this.businesses = businesses;
        this.clashes = clashes;
    }

    /** By name, those that are put away last. */
    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public List<ServicePackage> all(boolean archivedToo) {
        return rows.packages(archivedToo);
    }

    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public ServicePackage get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("package"));
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public ServicePackage add(PackageDetails details) {
        check(details);
        if (rows.packages(false).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        write(
                bind(
                        """
                        insert into package (business_id, id, name, description, price_minor, currency, lasts_days, online, shared, tax_rate_id)
                        values (:business, :id, :name, :description, :price, :currency, :lasts, :online, :shared, :tax)
                        """,
                        id,
                        details));
        items(id, details.wanted());
        return get(id);
    }

    /** Changes what is sold from now on; what somebody has bought stays as it was. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public ServicePackage change(UUID id, PackageDetails details, int version) {
        ServicePackage present = get(id);
        check(details);
        int changed =
                write(
                        bind(
                                        """
                                        update package set name = :name, description = :description, price_minor = :price, currency = :currency,
                                            lasts_days = :lasts, online = :online, shared = :shared, tax_rate_id = :tax,
                                            version = version + 1, updated_at = now()
                                        where business_id = :business and id = :id and version = :version
                                        """,
                                        id,
                                        details)
                                .param("version", version));
        if (changed == 0) {
            throw clashes.since("package", id, version, present.version());
        }
        items(id, details.wanted());
        return get(id);
    }

    private StatementSpec bind(String statement, UUID id, PackageDetails details) {
        return sql.of(statement)
                .param("id", id)
                .param("name", details.name())
                .param("description", details.description())
                .param("price", Amounts.minor(details.price()))
                .param("currency", businesses.current().currency())
                .param("lasts", details.lastsDays())
                .param("online", Boolean.TRUE.equals(details.online()))
                .param("shared", Boolean.TRUE.equals(details.shared()))
                .param("tax", details.taxRateId());
    }

    private static int write(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
    }

    private void items(UUID id, List<ItemDetails> items) {
        sql.of(
                        """
                        delete from package_item where business_id = :business and package_id = :id and not (service_id = any(:kept))
                        """)
                .param("id", id)
                .param("kept", items.stream().map(ItemDetails::serviceId).toArray(UUID[]::new))
                .update();
        for (int i = 0; i < items.size(); i++) {
            sql.of(
                            """
                            insert into package_item as i (business_id, id, package_id, service_id, visits, position)
                            values (:business, :item, :id, :service, :visits, :position)
                            on conflict (business_id, package_id, service_id) do update set visits = excluded.visits,
                                position = excluded.position
                            where (i.visits, i.position) is distinct from (excluded.visits, excluded.position)
                            """)
                    .param("item", Ids.next())
                    .param("id", id)
                    .param("service", items.get(i).serviceId())
                    .param("visits", items.get(i).visits())
                    .param("position", i)
                    .update();
        }
    }

    private void check(PackageDetails details) {
        Validation.check(details);
        List<Problem> problems = new ArrayList<>();
        Money price = requireNonNull(details.price());
        String currency = businesses.current().currency();
        if (!price.getCurrencyUnit().getCode().equals(currency)) {
            problems.add(new Problem("price", "currency", currency));
        }
        if (details.taxRateId() != null && !rows.isTaxRate(details.taxRateId())) {
            problems.add(new Problem("taxRateId", "choice"));
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < details.wanted().size(); i++) {
            UUID service = requireNonNull(details.wanted().get(i).serviceId());
            if (!rows.isService(service)) {
                problems.add(new Problem("items[" + i + "].serviceId", "choice"));
            } else if (!seen.add(service)) {
                problems.add(new Problem("items[" + i + "].serviceId", "taken"));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /** Sells it no more; what somebody has of it stays. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public ServicePackage archive(UUID id) {
        set(id, "now()");
        return get(id);
    }

    /** Sells it again. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public ServicePackage restore(UUID id) {
        try {
            set(id, "null");
        } catch (DuplicateKeyException e) {
            throw new Refused("name_taken");
        }
        return get(id);
    }

    private void set(UUID id, String archived) {
        get(id);
        sql.of(
                        "update package set archived_at = %s, version = version + 1, updated_at = now() where business_id = :business and id = :id"
                                .formatted(archived))
                .param("id", id)
                .update();
    }
}
