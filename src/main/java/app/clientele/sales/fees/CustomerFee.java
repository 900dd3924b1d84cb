package app.clientele.sales.fees;

import app.clientele.database.Amounts;
import app.clientele.sales.catalogue.Percent;
import app.clientele.shared.Line;
import app.clientele.shared.Price;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What holds for one customer in place of the rules.
 *
 * @param never nothing is proposed
 * @param percent of the visit's price, or an amount, one of them unless never
 * @param by who allowed it
 */
public record CustomerFee(
        UUID id,
        FeeKind kind,
        boolean never,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        String reason,
        @Nullable String by,
        Instant createdAt,
        @JsonIgnore int version)
        implements Versioned {
    /** What may be said of it. */
    public record CustomerFeeDetails(
            @NotNull @Nullable FeeKind kind,
            @Nullable Boolean never,
            @Nullable BigDecimal percent,
            @Price @Nullable Money amount,
            @NotNull @Line(max = 200) @Nullable String reason) {
        boolean nothing() {
            return Boolean.TRUE.equals(never);
        }
    }

    /** All of a customer, as an expression over their row. */
    public static final String GLANCE =
            """
            select json_agg(json_build_object('id', x.id, 'kind', x.kind, 'never', x.never, 'percent', x.percent::text,
                'minor', x.amount_minor, 'currency', x.currency, 'reason', x.reason, 'by', w.name, 'at', x.created_at,
                'version', x.version) order by x.kind)
            from customer_fee x left join actor w on w.business_id = :business and w.id = x.created_by
            where x.business_id = :business and x.customer_id = c.id\
            """;

    /** What that expression answered. */
    public static List<CustomerFee> read(JsonNode answer) {
        return StreamSupport.stream(answer.spliterator(), false).map(CustomerFee::one).toList();
    }

    private static CustomerFee one(JsonNode row) {
        String percent = row.path("percent").asString(null);
        JsonNode minor = row.path("minor");
        return new CustomerFee(
                UUID.fromString(row.path("id").asString()),
                FeeKind.of(row.path("kind").asString()),
                row.path("never").asBoolean(),
                percent == null ? null : Percent.plain(new BigDecimal(percent)),
                minor.isNumber()
                        ? Amounts.of(minor.asLong(), row.path("currency").asString())
                        : null,
                row.path("reason").asString(),
                row.path("by").asString(null),
                OffsetDateTime.parse(row.path("at").asString()).toInstant(),
                row.path("version").asInt());
    }

    /** What may be changed about it. */
    public CustomerFeeDetails details() {
        return new CustomerFeeDetails(kind, never, percent, amount, reason);
    }
}
