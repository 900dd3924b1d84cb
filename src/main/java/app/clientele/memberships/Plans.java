package app.clientele.memberships;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Businesses;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.memberships.Plan.PlanDetails;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one can be a member of. */
@Service
public class Plans {
    private static final int MOST = 200;
    private static final String SELECT =
            """
            select p.*, %s, (select count(*) from membership m where m.business_id = :business and m.plan_id = p.id
                and m.cancelled_at is null and (m.ends_on is null or m.ends_on >= current_date)) members
            from membership_plan p where p.business_id = :business\
            """
                    .formatted(BenefitRows.column("p", "membership_plan_benefit", "plan_id"));

    private final Sql sql;
    private final Businesses businesses;
    private final Clashes clashes;
    private final BenefitRows benefits;

    Plans(Sql sql, Businesses businesses, Clashes clashes, BenefitRows benefits) {
        this.sql = sql;
        this.businesses = businesses;
        this.clashes = clashes;
        this.benefits = benefits;
    }

    /** By name, those that are put away last. */
    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public List<Plan> all(boolean archivedToo) {
        return sql.of(
                        SELECT
                                + " and (:archived or p.archived_at is null) order by p.archived_at nulls first, lower(p.name), p.id limit 400")
                .param("archived", archivedToo)
                .query(this::plan)
                .list();
    }

    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public Plan get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("membership_plan"));
    }

    Optional<Plan> find(UUID id) {
        return sql.of(SELECT + " and p.id = :id").param("id", id).query(this::plan).optional();
    }

    private Plan plan(ResultSet row, int number) throws SQLException {
        Timestamp archived = row.getTimestamp("archived_at");
        return new Plan(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                requireNonNull(Amounts.read(row, "price_minor", "currency")),
                interval(row),
                requireNonNull(Amounts.read(row, "joining_minor", "currency")),
                row.getObject("term", Integer.class),
                row.getInt("notice_days"),
                requireNonNull(Amounts.read(row, "leaving_minor", "currency")),
                row.getObject("tax_rate_id", UUID.class),
                benefits.read(row.getString("benefits")),
                row.getInt("members"),
                archived == null ? null : archived.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    static Interval interval(ResultSet row) throws SQLException {
        return new Interval(row.getInt("every"), Interval.Unit.of(row.getString("unit")));
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public Plan add(PlanDetails details) {
        check(details);
        if (all(false).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        write(
                bind(
                        """
                        insert into membership_plan (business_id, id, name, description, price_minor, currency, every, unit,
                            joining_minor, term, notice_days, leaving_minor, tax_rate_id)
                        values (:business, :id, :name, :description, :price, :currency, :every, :unit, :joining, :term, :notice,
                            :leaving, :tax)
                        """,
                        id,
                        details));
        benefits.write(id, details.benefits());
        return get(id);
    }

    /** Changes what is sold from now on; those who are members keep what was agreed. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public Plan change(UUID id, PlanDetails details, int version) {
        Plan present = get(id);
        check(details);
        int changed =
                write(
                        bind(
                                        """
                                        update membership_plan set name = :name, description = :description, price_minor = :price,
                                            currency = :currency, every = :every, unit = :unit, joining_minor = :joining, term = :term,
                                            notice_days = :notice, leaving_minor = :leaving, tax_rate_id = :tax, version = version + 1,
                                            updated_at = now()
                                        where business_id = :business and id = :id and version = :version
                                        """,
                                        id,
                                        details)
                                .param("version", version));
        if (changed == 0) {
            throw clashes.since("membership_plan", id, version, present.version());
        }
        benefits.write(id, details.benefits());
        return get(id);
    }

    private StatementSpec bind(String statement, UUID id, PlanDetails details) {
        Interval interval = requireNonNull(details.interval());
        return sql.of(statement)
                .param("id", id)
                .param("name", details.name())
                .param("description", details.description())
                .param("price", Amounts.minor(details.price()))
                .param("currency", businesses.current().currency())
                .param("every", interval.times())
                .param("unit", interval.span().wireName())
                .param("joining", minor(details.joiningFee()))
                .param("term", details.term())
                .param("notice", details.noticeDays() == null ? 0 : details.noticeDays())
                .param("leaving", minor(details.leavingFee()))
                .param("tax", details.taxRateId());
    }

    private static long minor(@Nullable Money money) {
        return money == null ? 0 : money.getAmountMinorLong();
    }

    private static int write(StatementSpec statement) {
        try {
            return statement.update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
    }

    private void check(PlanDetails details) {
        Validation.check(details);
        List<Problem> problems = new ArrayList<>();
        checkCurrency("price", details.price(), problems);
        checkCurrency("joiningFee", details.joiningFee(), problems);
        checkCurrency("leavingFee", details.leavingFee(), problems);
        if (details.taxRateId() != null && !isTaxRate(details.taxRateId())) {
            problems.add(new Problem("taxRateId", "choice"));
        }
        benefits.check(details.benefits(), problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private void checkCurrency(String field, @Nullable Money money, List<Problem> problems) {
        String currency = businesses.current().currency();
        if (money != null && !money.getCurrencyUnit().getCode().equals(currency)) {
            problems.add(new Problem(field, "currency", currency));
        }
    }

    private boolean isTaxRate(UUID id) {
        return sql.of(
                        "select exists (select from tax_rate where business_id = :business and id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Sells it no more; whoever is a member stays one. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public Plan archive(UUID id) {
        set(id, "now()");
        return get(id);
    }

    /** Sells it again. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public Plan restore(UUID id) {
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
                        "update membership_plan set archived_at = %s, version = version + 1, updated_at = now() where business_id = :business and id = :id"
                                .formatted(archived))
                .param("id", id)
                .update();
    }
}
