package app.clientele.customers.erasing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * How a business forgets people.
 *
 * @param graceDays days in which an erasure can be undone; 0 for none
 * @param retentionYears after how many years without a sign of somebody they are erased by
 *     themselves; absent for never
 * @param noticeDays days beforehand on which they are listed, to be kept or left
 */
public record ErasureRule(
        int graceDays, @Nullable Integer retentionYears, int noticeDays, @JsonIgnore int version) {
    static final ErasureRule USUAL = new ErasureRule(30, null, 30, 0);

    /** What may be changed about it. */
    public ErasureRules.RuleDetails details() {
        return new ErasureRules.RuleDetails(graceDays, retentionYears, noticeDays);
    }
}
