package app.clientele.customers.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are wanted; whatever is absent does not matter.
 *
 * @param q what was typed into the search box
 * @param anyTag at least one of these tags
 * @param allTags every one of these tags
 * @param phone in any form in which people write it
 * @param company what the name of their company begins with
 * @param preferredStaff any of these among the preferred
 * @param barredStaff any of these among those they must not be booked with
 * @param createdWithin made in the last so many days, counted when asked
 * @param erasure absent for those nobody asked to erase
 * @param custom what is wanted of the business's own fields
 */
public record CustomerFilter(
        @Nullable String q,
        Set<UUID> statuses,
        Set<UUID> anyTag,
        Set<UUID> allTags,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String externalId,
        @Nullable Boolean hasEmail,
        @Nullable Boolean hasPhone,
        @Nullable Integer birthdayMonth,
        @Nullable String language,
        @Nullable String gender,
        @Nullable String createdVia,
        @Nullable UUID referralMethod,
        @Nullable UUID referredBy,
        @Nullable UUID importId,
        @Nullable String company,
        @Nullable Boolean taxExempt,
        @Nullable UUID preferredBranch,
        Set<UUID> preferredStaff,
        Set<UUID> barredStaff,
        @Nullable Integer createdWithin,
        Days created,
        Days customerSince,
        @Nullable Instant updatedSince,
        @Nullable Boolean locked,
        Deactivated deactivated,
        @Nullable Erasure erasure,
        List<CustomFilter> custom) {
    /**
     * The names under which an address may carry what is wanted; custom fields have names of their
     * own.
     */
    public static final List<String> PARAMETERS =
            List.of(
                    "q",
                    "status",
                    "tag",
                    "tagAll",
                    "email",
                    "phone",
                    "externalId",
                    "hasEmail",
                    "hasPhone",
                    "birthdayMonth",
                    "language",
                    "gender",
                    "createdVia",
                    "referralMethod",
                    "referredBy",
                    "importId",
                    "company",
                    "taxExempt",
                    "preferredBranchId",
                    "preferredStaffId",
                    "barredStaffId",
                    "createdWithin",
                    "createdFrom",
                    "createdTo",
                    "sinceFrom",
                    "sinceTo",
                    "updatedSince",
                    "locked",
                    "deactivated",
                    "erasure");

    /** Whether perhaps few fit, and no index has just those in this order. */
    boolean isNarrow(CustomerSort sort) {
        return statuses().size() > (sort == CustomerSort.NAME ? 1 : 0)
                || !anyTag().isEmpty()
                || !allTags().isEmpty()
                || email() != null
                || phone() != null
                || externalId() != null
                || birthdayMonth() != null && sort != CustomerSort.BIRTHDAY
                || language() != null
                || gender() != null
                || createdVia() != null
                || referralMethod() != null
                || referredBy() != null
                || importId() != null
                || company() != null
                || preferredBranch() != null && sort != CustomerSort.NAME
                || !preferredStaff().isEmpty()
                || !barredStaff().isEmpty()
                || Boolean.TRUE.equals(taxExempt()) && sort != CustomerSort.NAME
                || !custom().isEmpty()
                || !customerSince.equals(Days.ANY)
                || sort != CustomerSort.NEWEST
                        && sort != CustomerSort.OLDEST
                        && (createdWithin() != null || !created().equals(Days.ANY))
                || sort != CustomerSort.UPDATED
                        && sort != CustomerSort.RECENTLY_UPDATED
                        && updatedSince() != null
                || Boolean.TRUE.equals(locked()) && sort != CustomerSort.NAME
                || erasure() == Erasure.FLAGGED
                || erasure() == Erasure.WAITING && sort != CustomerSort.NAME
                || deactivated() == Deactivated.ONLY && sort != CustomerSort.NAME;
    }

    /** From one day to another, both included, each perhaps open. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
        static final Days ANY = new Days(null, null);
    }

    /** Whether those taken out of use are wanted. */
    public enum Deactivated {
        WITHOUT,
        WITH,
        ONLY
    }

    /** Only those who will be erased, who are left out otherwise, or those a rule will erase. */
    public enum Erasure {
        WAITING,
        FLAGGED
    }
}
