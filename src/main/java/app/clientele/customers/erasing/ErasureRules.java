package app.clientele.customers.erasing;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each business forgets people, read and changed. */
@Service
public class ErasureRules {
    private final Sql sql;
    private final Clashes clashes;

    ErasureRules(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /** What may be changed. */
    public record RuleDetails(
            @NotNull @Min(0) @Max(365) @Nullable Integer graceDays,
            @Min(1) @Max(100) @Nullable Integer retentionYears,
            @NotNull @Min(1) @Max(365) @Nullable Integer noticeDays) {}

    /** The business's own, or the usual one. */
    @Open("how long something can be undone is no secret")
    @Transactional(readOnly = true)
    public ErasureRule current() {
        return sql.of(
                        """
                        select grace_days, retention_years, notice_days, version from erasure_rule
                        where business_id = :business
                        """)
                .query(ErasureRule.class)
                .optional()
                .orElse(ErasureRule.USUAL);
    }

    /** Changes it; who waits to be erased keeps the day they were told. */
    @Requires(Permission.SETTINGS_BUSINESS)
    @Transactional
    public void change(RuleDetails details, int version) {
        Validation.check(details);
        begin();
        int changed =
                bind(
                                """
                                update erasure_rule set grace_days = :grace, retention_years = :years, notice_days = :notice,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """,
                                details,
                                version)
                        .update();
        if (changed == 0) {
            UUID rule = Caller.current().business();
            throw clashes.since("erasure_rule", rule, version, current().version());
        }
    }

    /** Writes the usual one down, so that the log tells what was changed about it. */
    private void begin() {
        bind(
                        """
                        insert into erasure_rule (business_id, id, grace_days, retention_years, notice_days, version)
                        values (:business, :business, :grace, :years, :notice, :version) on conflict do nothing
                        """,
                        ErasureRule.USUAL.details(),
                        ErasureRule.USUAL.version())
                .update();
    }

    private StatementSpec bind(String statement, RuleDetails details, int version) {
        return sql.of(statement)
                .param("grace", requireNonNull(details.graceDays()))
                .param("years", details.retentionYears())
                .param("notice", requireNonNull(details.noticeDays()))
                .param("version", version);
    }
}
