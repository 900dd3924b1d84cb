package app.clientele.credits;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be changed about visits that somebody has. */
@Service
public class CreditSettings {
    private final Sql sql;
    private final Clashes clashes;

    CreditSettings(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /**
     * As it is set.
     *
     * @param editable whether their last day may be changed
     */
    public record CreditRules(boolean editable, @JsonIgnore int version) {
        /** What may be changed about it. */
        public CreditRuleDetails details() {
            return new CreditRuleDetails(editable);
        }
    }

    /** What one may say of it. */
    public record CreditRuleDetails(@NotNull @Nullable Boolean editable) {}

    @Requires({Permission.SALE_VIEW, Permission.SETTINGS_SALES})
    @Transactional(readOnly = true)
    public CreditRules current() {
        return sql.of("select editable, version from credit_settings where business_id = :business")
                .query(CreditRules.class)
                .optional()
                .orElse(new CreditRules(true, 1));
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void change(CreditRuleDetails details, int version) {
        Validation.check(details);
        // written down first, so that the log tells what was changed
        sql.of(
                        """
                        insert into credit_settings (business_id, id) values (:business, :business)
                        on conflict (business_id) do nothing
                        """)
                .update();
        int changed =
                sql.of(
                                """
                                update credit_settings set editable = :editable, version = version + 1, updated_at = now()
                                where business_id = :business and version = :version
                                """)
                        .param("editable", details.editable())
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since(
                    "credit_settings", Caller.current().business(), version, current().version());
        }
    }
}
