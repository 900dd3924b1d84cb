package app.clientele.calendar.rules;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A service a customer does not want.
 *
 * @param comment why, for colleagues only
 * @param by who wrote it down
 */
public record DislikedService(
        UUID id,
        UUID serviceId,
        String service,
        @Nullable String comment,
        @Nullable String by,
        Instant createdAt,
        @JsonIgnore int version)
        implements Versioned {
    /** All of a customer, as an expression over their row. */
    public static final String GLANCE =
            """
            select json_agg(json_build_object('id', d.id, 'serviceId', d.service_id, 'service', s.name, 'comment', d.comment,
                'by', w.name, 'at', d.created_at, 'version', d.version) order by s.name, d.id)
            from disliked_service d join service s on s.business_id = :business and s.id = d.service_id
            left join actor w on w.business_id = :business and w.id = d.created_by
            where d.business_id = :business and d.customer_id = c.id\
            """;

    /** What that expression answered. */
    public static List<DislikedService> read(JsonNode answer) {
        return StreamSupport.stream(answer.spliterator(), false).map(DislikedService::one).toList();
    }

    private static DislikedService one(JsonNode row) {
        return new DislikedService(
                UUID.fromString(row.path("id").asString()),
                UUID.fromString(row.path("serviceId").asString()),
                row.path("service").asString(),
                row.path("comment").asString(null),
                row.path("by").asString(null),
                OffsetDateTime.parse(row.path("at").asString()).toInstant(),
                row.path("version").asInt());
    }

    /** What may be changed about it. */
    public DislikedServices.DislikeDetails details() {
        return new DislikedServices.DislikeDetails(serviceId, comment);
    }
}
