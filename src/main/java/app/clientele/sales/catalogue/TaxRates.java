package app.clientele.sales.catalogue;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Branches;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The taxes of a business; what was sold keeps the tax it was sold with. */
@Service
public class TaxRates {
    private static final int MOST = 100;
    private static final String KNOWN = "what prices are taxed by is no secret";

    private final Sql sql;
    private final Branches branches;
    private final Clashes clashes;
    private final JsonMapper json;

    TaxRates(Sql sql, Branches branches, Clashes clashes, JsonMapper json) {
        this.sql = sql;
        this.branches = branches;
        this.clashes = clashes;
        this.json = json;
    }

    /** Another percentage at one branch. */
    public record BranchRate(
            @NotNull @Nullable UUID branchId, @NotNull @Nullable BigDecimal percent) {}

    /** What one may say of a tax. */
    public record TaxRateDetails(
            @NotNull @Line(max = 60) @Nullable String name,
            @NotNull @Nullable BigDecimal percent,
            boolean included,
            boolean usual,
            @Size(max = 200) @Nullable List<@NotNull @Valid BranchRate> branches) {
        List<BranchRate> places() {
            return branches == null ? List.of() : branches;
        }
    }

    private static final String SELECT =
            """
            select t.*, (select json_agg(json_build_object('branchId', b.branch_id, 'percent', b.percent::text) order by b.id)
                from tax_rate_branch b where b.business_id = :business and b.tax_rate_id = t.id) places
            from tax_rate t where t.business_id = :business\
            """;

    /** All of them, the usual one first. */
    @Open(KNOWN)
    @Transactional(readOnly = true)
    public List<TaxRate> all(boolean archivedToo) {
        return sql.of(
                        SELECT
                                + " and (:archived or t.archived_at is null)"
                                + " order by t.archived_at nulls first, t.usual desc, lower(t.name), t.id limit 200")
                .param("archived", archivedToo)
                .query(this::rate)
                .list();
    }

    @Open(KNOWN)
    @Transactional(readOnly = true)
    public TaxRate get(UUID id) {
        return sql.of(SELECT + " and t.id = :id")
                .param("id", id)
                .query(this::rate)
                .optional()
                .orElseThrow(() -> new NotFound("tax"));
    }

    /** What is taxed without a tax of its own. */
    @Open(KNOWN)
    @Transactional(readOnly = true)
    public Optional<TaxRate> usual() {
        return sql.of(SELECT + " and t.usual").query(this::rate).optional();
    }

    private TaxRate rate(ResultSet row, int number) throws SQLException {
        String places = row.getString("places");
        Timestamp archived = row.getTimestamp("archived_at");
        return new TaxRate(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Percent.plain(row.getBigDecimal("percent")),
                row.getBoolean("included"),
                row.getBoolean("usual"),
                places == null ? List.of() : List.of(json.readValue(places, BranchRate[].class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                archived == null ? null : archived.toInstant(),
                row.getInt("version"));
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public TaxRate add(TaxRateDetails details) {
        check(details);
        if (all(true).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        unsetUsual(id, details);
        write(
                """
                insert into tax_rate (business_id, id, name, percent, included, usual)
                values (:business, :id, :name, :percent, :included, :usual)
                """,
                id,
                details,
                0);
        assign(id, details);
        return get(id);
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public TaxRate change(UUID id, TaxRateDetails details, int version) {
        check(details);
        TaxRate present = get(id);
        if (present.archivedAt() != null && details.usual()) {
            throw new Invalid("usual", "archived");
        }
        unsetUsual(id, details);
        int changed =
                write(
                        """
                        update tax_rate set name = :name, percent = :percent, included = :included, usual = :usual,
                            version = version + 1, updated_at = now()
                        where business_id = :business and id = :id and version = :version
                        """,
                        id,
                        details,
                        version);
        if (changed == 0) {
            throw clashes.since("tax_rate", id, version, present.version());
        }
        assign(id, details);
        return get(id);
    }

    private void check(TaxRateDetails details) {
        Validation.check(details);
        List<Problem> problems = new ArrayList<>();
        Percent.problem("percent", details.percent()).ifPresent(problems::add);
        Set<@Nullable UUID> seen = new HashSet<>();
        Set<UUID> known =
                branches.all(true).stream().map(Branches.Branch::id).collect(Collectors.toSet());
        for (int i = 0; i < details.places().size(); i++) {
            BranchRate place = details.places().get(i);
            String field = "branches[" + i + "].";
            Percent.problem(field + "percent", place.percent()).ifPresent(problems::add);
            if (!known.contains(place.branchId())) {
                problems.add(new Problem(field + "branchId", "branch_unknown"));
            } else if (!seen.add(place.branchId())) {
                problems.add(new Problem(field + "branchId", "taken"));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /** There is one usual tax at most. */
    private void unsetUsual(UUID id, TaxRateDetails details) {
        if (details.usual()) {
            sql.of(
                            """
                            update tax_rate set usual = false, version = version + 1, updated_at = now()
                            where business_id = :business and usual and id <> :id
                            """)
                    .param("id", id)
                    .update();
        }
    }

    private int write(String statement, UUID id, TaxRateDetails details, int version) {
        StatementSpec bound =
                sql.of(statement)
                        .param("id", id)
                        .param("name", details.name())
                        .param("percent", details.percent())
                        .param("included", details.included())
                        .param("usual", details.usual());
        try {
            return (version > 0 ? bound.param("version", version) : bound).update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
    }

    private void assign(UUID id, TaxRateDetails details) {
        sql.of(
                        """
                        delete from tax_rate_branch where business_id = :business and tax_rate_id = :id
                            and not (branch_id = any(:kept))
                        """)
                .param("id", id)
                .param(
                        "kept",
                        details.places().stream().map(BranchRate::branchId).toArray(UUID[]::new))
                .update();
        details.places().forEach(place -> assign(id, place));
    }

    private void assign(UUID rate, BranchRate place) {
        sql.of(
                        """
                        insert into tax_rate_branch as p (business_id, id, tax_rate_id, branch_id, percent)
                        values (:business, :id, :rate, :branch, :percent)
                        on conflict (business_id, tax_rate_id, branch_id) do update set percent = excluded.percent
                            where p.business_id = :business and p.percent <> excluded.percent
                        """)
                .param("id", Ids.next())
                .param("rate", rate)
                .param("branch", requireNonNull(place.branchId()))
                .param("percent", requireNonNull(place.percent()))
                .update();
    }

    /** Nothing new is taxed by it; what names it is taxed by the usual one. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void archive(UUID id) {
        get(id);
        setArchived(id, "coalesce(archived_at, now()), usual = false");
    }

    /**
     * Takes it back into use.
     *
     * @throws Refused {@code name_taken} when another goes by its name by now
     */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void reopen(UUID id) {
        get(id);
        try {
            setArchived(id, "null");
        } catch (DuplicateKeyException e) {
            throw new Refused("name_taken");
        }
    }

    private void setArchived(UUID id, String value) {
        sql.of(
                        "update tax_rate set archived_at = "
                                + value
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }
}
