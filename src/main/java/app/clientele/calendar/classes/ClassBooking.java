package app.clientele.calendar.classes;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a class, or waiting for a place.
 *
 * @param customer their name; absent when they were erased
 * @param kind the name of the class
 * @param place who is how manieth among those waiting; absent for all others
 * @param offerUntil until when a place is kept for them
 */
public record ClassBooking(
        UUID id,
        UUID sessionId,
        UUID customerId,
        @Nullable String customer,
        String kind,
        UUID branchId,
        String branch,
        @JsonIgnore ZoneId zone,
        @Nullable String staff,
        Instant startsAt,
        Instant endsAt,
        ClassBookingStatus status,
        @Nullable Integer place,
        @Nullable Instant offerUntil,
        @Nullable Money price,
        @Nullable String note,
        @Nullable String cancelReason,
        String createdVia,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {}
