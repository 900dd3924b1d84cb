package app.clientele.points;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What holds for all points of a business. */
@Service
public class PointSettings {
    private final Sql sql;
    private final Clashes clashes;

    PointSettings(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /**
     * As it is set.
     *
     * @param referral points for bringing somebody along, once they have paid for the first time
     * @param partly whether points pay for part of what they do not suffice for
     * @param lastsMonths how long they may be used; for ever when absent
     */
    public record PointTerms(
            int referral, boolean partly, @Nullable Integer lastsMonths, @JsonIgnore int version) {
        /** What may be changed about it. */
        public PointTermDetails details() {
            return new PointTermDetails(referral, partly, lastsMonths);
        }
    }

    /** What one may say of it. */
    public record PointTermDetails(
            @NotNull @Min(0) @Max(100_000) @Nullable Integer referral,
            @NotNull @Nullable Boolean partly,
            @Min(1) @Max(120) @Nullable Integer lastsMonths) {}

    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public PointTerms current() {
        return sql.of(
                        "select referral, partly, lasts_months, version from point_settings where business_id = :business")
                .query(PointTerms.class)
                .optional()
                .orElse(new PointTerms(0, false, null, 1));
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void change(PointTermDetails details, int version) {
        Validation.check(details);
        // written down first, so that the log tells what was changed
        sql.of(
                        """
                        insert into point_settings (business_id, id) values (:business, :business)
                        on conflict (business_id) do nothing
                        """)
                .update();
        int changed =
                sql.of(
                                """
                                update point_settings set referral = :referral, partly = :partly, lasts_months = :lasts,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """)
                        .param("referral", details.referral())
                        .param("partly", details.partly())
                        .param("lasts", details.lastsMonths())
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since(
                    "point_settings", Caller.current().business(), version, current().version());
        }
    }
}
