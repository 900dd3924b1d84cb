package app.clientele.customers;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Sql;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each business forgets people, read and changed. */
@Service
public class ErasureRules {
    private final Sql sql;

    ErasureRules(Sql sql) {
        this.sql = sql;
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
        int changed =
                sql.of(
                                """
                                insert into erasure_rule (business_id, id, grace_days, retention_years, notice_days)
                                values (:business, :business, :grace, :years, :notice)
                                on conflict (business_id) do update set grace_days = excluded.grace_days,
                                    retention_years = excluded.retention_years, notice_days = excluded.notice_days,
                                    version = erasure_rule.version + 1, updated_at = now()
                                where erasure_rule.version = :version
                                """)
                        .param("grace", requireNonNull(details.graceDays()))
                        .param("years", details.retentionYears())
                        .param("notice", requireNonNull(details.noticeDays()))
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw new Stale(current().version(), List.of());
        }
    }
}
