package app.clientele.memberships;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What holds for all memberships of a business. */
@Service
public class MembershipSettings {
    private static final int MOST_DAYS = 90;

    private final Sql sql;
    private final Clashes clashes;

    MembershipSettings(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /**
     * As it is set.
     *
     * @param retryDays how many days after an attempt that was declined the card is asked again:
     *     the first time, the second, and so on; never when empty
     */
    public record BillingRules(List<Integer> retryDays, @JsonIgnore int version) {
        /** What may be changed about it. */
        public BillingRuleDetails details() {
            return new BillingRuleDetails(retryDays);
        }
    }

    /** What one may say of it. */
    public record BillingRuleDetails(
            @NotNull @Size(max = 10) @Nullable List<@NotNull Integer> retryDays) {}

    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public BillingRules current() {
        return sql.of(
                        "select retry_days, version from membership_settings where business_id = :business")
                .query(MembershipSettings::read)
                .optional()
                .orElse(new BillingRules(List.of(1, 3, 7), 1));
    }

    private static BillingRules read(ResultSet row, int number) throws SQLException {
        return new BillingRules(
                Stream.of((Integer[]) row.getArray("retry_days").getArray()).toList(),
                row.getInt("version"));
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void change(BillingRuleDetails details, int version) {
        Validation.check(details);
        List<Integer> days = java.util.Objects.requireNonNull(details.retryDays());
        if (days.stream().anyMatch(d -> d < 1 || d > MOST_DAYS)) {
            throw new Invalid("retryDays", "retry_days", MOST_DAYS);
        }
        // written down first, so that the log tells what was changed
        sql.of(
                        """
                        insert into membership_settings (business_id, id) values (:business, :business)
                        on conflict (business_id) do nothing
                        """)
                .update();
        int changed =
                sql.of(
                                """
                                update membership_settings set retry_days = :days, version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """)
                        .param("days", days.toArray(Integer[]::new))
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since(
                    "membership_settings",
                    Caller.current().business(),
                    version,
                    current().version());
        }
    }
}
