package app.clientele.credits;

import app.clientele.database.Sql;
import app.clientele.sales.Ware;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A package, as something that is sold. */
@Component
class PackageWare implements Ware {
    private final Sql sql;
    private final PackageRows rows;

    PackageWare(Sql sql, PackageRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "package";
    }

    @Override
    public Optional<Wanted> wanted(UUID id) {
        return rows.find(id).map(p -> new Wanted(p.name(), p.price(), tax(p), null));
    }

    private UUID tax(ServicePackage sold) {
        return sql.of(
                        """
                        select coalesce((select t.id from tax_rate t where t.business_id = :business and t.id = :tax and t.archived_at is null),
                            (select u.id from tax_rate u where u.business_id = :business and u.usual))
                        """)
                .param("tax", sold.taxRateId())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .getFirst();
    }

    @Override
    public List<Named> named() {
        return rows.packages(false).stream().map(p -> new Named(p.id(), p.name())).toList();
    }
}
