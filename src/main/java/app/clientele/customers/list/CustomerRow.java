package app.clientele.customers.list;

import app.clientele.customers.Customer;
import app.clientele.shared.Birthday;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a line of the list shows them; contacts are masked where the caller may not see
 * them.
 *
 * @param branch the preferred one
 * @param staff the preferred, the favourite first
 */
public record CustomerRow(
        UUID id,
        long number,
        String name,
        @Nullable String photoUrl,
        @Nullable Status status,
        List<Customer.TagBadge> tags,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Birthday birthday,
        @Nullable LocalDate customerSince,
        @Nullable String language,
        @Nullable String company,
        @Nullable String branch,
        @Nullable String staff,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deactivatedAt,
        boolean locked,
        @Nullable Warning warning,
        Map<String, Object> customFields) {

    /** The most serious of the active alerts. */
    public record Warning(String level, String text) {}

    /** A status with its colour. */
    public record Status(String name, String colour) {}
}
