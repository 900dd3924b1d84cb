package app.clientele.calendar.online;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits to be accepted.
 *
 * @param id of the appointment it would become
 * @param firstTime whether they have never been here
 * @param visits how often they were
 * @param missed how often they did not come
 * @param forwardedTo the colleague whose customer it is, where requests are forwarded
 * @param forYou whether that is the reader
 * @param taken whether the time is somebody else's by now
 */
public record BookingRequest(
        UUID id,
        UUID customerId,
        String customer,
        boolean firstTime,
        int visits,
        int missed,
        UUID branchId,
        String branch,
        @JsonIgnore ZoneId zone,
        UUID serviceId,
        String service,
        UUID staffId,
        String staff,
        @Nullable UUID forwardedToId,
        @Nullable String forwardedTo,
        boolean forYou,
        Instant startsAt,
        Instant endsAt,
        @Nullable String note,
        boolean taken,
        @Nullable Proposal proposal,
        Instant askedAt) {}
