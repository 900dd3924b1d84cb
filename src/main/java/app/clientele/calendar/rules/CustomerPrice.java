package app.clientele.calendar.rules;

import app.clientele.database.Amounts;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a service costs one customer, or how long it takes with them, where that differs.
 *
 * @param staffId with whom; with everybody when absent
 * @param price as usual when absent
 * @param minutes as usual when absent
 * @param by who agreed to it
 */
public record CustomerPrice(
        UUID id,
        UUID serviceId,
        String service,
        @Nullable UUID staffId,
        @Nullable String staff,
        @Nullable Money price,
        @Nullable Integer minutes,
        @Nullable String note,
        @Nullable String by,
        Instant createdAt,
        @JsonIgnore int version)
        implements Versioned {
    /** All of a customer, as an expression over their row. */
    public static final String GLANCE =
            """
            select json_agg(json_build_object('id', p.id, 'serviceId', p.service_id, 'service', s.name,
                'staffId', p.staff_id, 'staff', f.name, 'price', p.price_minor, 'currency', p.currency, 'minutes', p.minutes,
                'note', p.note, 'by', w.name, 'at', p.created_at, 'version', p.version) order by s.name, f.name nulls first, p.id)
            from customer_price p join service s on s.business_id = :business and s.id = p.service_id
            left join staff f on f.business_id = :business and f.id = p.staff_id
            left join actor w on w.business_id = :business and w.id = p.created_by
            where p.business_id = :business and p.customer_id = c.id\
            """;

    /** What that expression answered. */
    public static List<CustomerPrice> read(JsonNode answer) {
        return StreamSupport.stream(answer.spliterator(), false).map(CustomerPrice::one).toList();
    }

    private static CustomerPrice one(JsonNode row) {
        JsonNode price = row.path("price");
        JsonNode minutes = row.path("minutes");
        String staff = row.path("staffId").asString(null);
        return new CustomerPrice(
                UUID.fromString(row.path("id").asString()),
                UUID.fromString(row.path("serviceId").asString()),
                row.path("service").asString(),
                staff == null ? null : UUID.fromString(staff),
                row.path("staff").asString(null),
                price.isNumber()
                        ? Amounts.of(price.asLong(), row.path("currency").asString())
                        : null,
                minutes.isNumber() ? Integer.valueOf(minutes.asInt()) : null,
                row.path("note").asString(null),
                row.path("by").asString(null),
                OffsetDateTime.parse(row.path("at").asString()).toInstant(),
                row.path("version").asInt());
    }

    /** What may be changed about it. */
    public CustomerPrices.PriceDetails details() {
        return new CustomerPrices.PriceDetails(serviceId, staffId, price, minutes, note);
    }
}
