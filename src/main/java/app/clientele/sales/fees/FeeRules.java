package app.clientele.sales.fees;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Businesses;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.sales.catalogue.Percent;
import app.clientele.sales.fees.FeeRule.FeeRuleDetails;
import app.clientele.sales.fees.FeeRule.Whom;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The business's rules about fees. They propose; nobody is charged by them. */
@Service
public class FeeRules {
    private static final int MOST = 50;

    private final Sql sql;
    private final Businesses businesses;
    private final Clashes clashes;

    FeeRules(Sql sql, Businesses businesses, Clashes clashes) {
        this.sql = sql;
        this.businesses = businesses;
        this.clashes = clashes;
    }

    /** All of them, those that are not used last. */
    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public List<FeeRule> all() {
        return sql.of(
                        "select * from fee_rule where business_id = :business order by active desc, kind, id limit 200")
                .query(FeeRules::rule)
                .list();
    }

    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public FeeRule get(UUID id) {
        return sql.of("select * from fee_rule where business_id = :business and id = :id")
                .param("id", id)
                .query(FeeRules::rule)
                .optional()
                .orElseThrow(() -> new NotFound("fee_rule"));
    }

    private static FeeRule rule(ResultSet row, int number) throws SQLException {
        BigDecimal percent = row.getBigDecimal("percent");
        return new FeeRule(
                row.getObject("id", UUID.class),
                FeeKind.of(row.getString("kind")),
                percent == null ? null : Percent.plain(percent),
                Amounts.read(row, "amount_minor", "currency"),
                List.of((UUID[]) row.getArray("services").getArray()),
                Whom.of(row.getString("whom")),
                row.getObject("missed_least", Integer.class),
                Amounts.read(row, "above_minor", "currency"),
                row.getObject("hours", Integer.class),
                row.getBoolean("taxed"),
                row.getBoolean("active"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    /** Those that may propose something for a service, as whoever books it is told. */
    @Open("whoever books is told what it may cost")
    @Transactional(readOnly = true)
    public List<FeeRule> ofService(UUID service) {
        return sql.of(
                        """
                        select * from fee_rule where business_id = :business and active
                            and (cardinality(services) = 0 or :service = any(services)) order by kind, id
                        """)
                .param("service", service)
                .query(FeeRules::rule)
                .list();
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public FeeRule add(FeeRuleDetails details) {
        check(details);
        if (all().size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        write(
                        """
                        insert into fee_rule (business_id, id, kind, percent, amount_minor, currency, services, whom, missed_least,
                            above_minor, hours, taxed, active)
                        values (:business, :id, :kind, :percent, :amount, :currency, :services, :whom, :missed, :above, :hours, :taxed,
                            :active)
                        """,
                        id,
                        details)
                .update();
        return get(id);
    }

    /** Changes one; what it proposed before stays as it was proposed. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public FeeRule change(UUID id, FeeRuleDetails details, int version) {
        FeeRule present = get(id);
        check(details);
        int changed =
                write(
                                """
                                update fee_rule set kind = :kind, percent = :percent, amount_minor = :amount, currency = :currency,
                                    services = :services, whom = :whom, missed_least = :missed, above_minor = :above, hours = :hours,
                                    taxed = :taxed, active = :active, version = version + 1, updated_at = now()
                                where business_id = :business and id = :id and version = :version
                                """,
                                id,
                                details)
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since("fee_rule", id, version, present.version());
        }
        return get(id);
    }

    private StatementSpec write(String statement, UUID id, FeeRuleDetails details) {
        return sql.of(statement)
                .param("id", id)
                .param("kind", requireNonNull(details.kind()).wireName())
                .param("percent", details.percent())
                .param("amount", Amounts.minor(details.amount()))
                .param("currency", currency())
                .param("services", details.services().toArray(UUID[]::new))
                .param("whom", details.group().wireName())
                .param("missed", details.missedLeast())
                .param("above", Amounts.minor(details.above()))
                .param("hours", details.hours())
                .param("taxed", details.isTaxed())
                .param("active", !Boolean.FALSE.equals(details.active()));
    }

    private String currency() {
        return businesses.current().currency();
    }

    private void check(FeeRuleDetails details) {
        Validation.check(details);
        List<Problem> problems = new ArrayList<>();
        FeeAmount.check(details.percent(), details.amount(), currency(), problems);
        checkWhom(details, problems);
        if (details.hours() != null && details.kind() != FeeKind.LATE_CANCEL) {
            problems.add(new Problem("hours", "fee_hours"));
        }
        checkServices(details.services(), problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private void checkWhom(FeeRuleDetails details, List<Problem> problems) {
        if ((details.group() == Whom.MISSED) != (details.missedLeast() != null)) {
            problems.add(new Problem("missedLeast", "fee_missed"));
        }
        var above = details.above();
        if ((details.group() == Whom.ABOVE) != (above != null)) {
            problems.add(new Problem("above", "fee_above"));
        } else if (above != null && !above.getCurrencyUnit().getCode().equals(currency())) {
            problems.add(new Problem("above", "currency", currency()));
        } else if (above != null && above.isZero()) {
            problems.add(new Problem("above", "fee_nothing"));
        }
    }

    private void checkServices(List<UUID> services, List<Problem> problems) {
        long known =
                sql.of(
                                "select count(*) from service where business_id = :business and id = any(:ids)")
                        .param("ids", services.toArray(UUID[]::new))
                        .query(Long.class)
                        .single();
        if (known < services.size()) {
            problems.add(new Problem("serviceIds", "choice"));
        }
    }

    /** Takes one away; what it proposed stays. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void remove(UUID id) {
        int gone =
                sql.of("delete from fee_rule where business_id = :business and id = :id")
                        .param("id", id)
                        .update();
        if (gone == 0) {
            throw new NotFound("fee_rule");
        }
    }
}
