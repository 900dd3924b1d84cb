package app.clientele.gateway;

import static java.time.ZoneOffset.UTC;

import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Payments a customer's bank wants back. What was told once stays, in whichever order it comes. */
@Service
public class Disputes {
    private final Sql sql;
    private final Clock clock;

    Disputes(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The payment that goes by this name at the gateway. */
    @Open("the gateway asks it")
    @Transactional(readOnly = true)
    public Optional<UUID> payment(String reference) {
        return sql.of(
                        """
                        select id from gateway_operation where business_id = :business and reference = :reference and kind = 'charge'
                        limit 1
                        """)
                .param("reference", reference)
                .query(UUID.class)
                .optional();
    }

    /** Somebody at the desk should look at it until they say they have. */
    @Open("the gateway tells it")
    @Transactional
    public void opened(UUID payment, @Nullable String reason) {
        write(payment, "open", reason, "dispute is null");
    }

    /** How the bank decided; nothing comes after that. */
    @Open("the gateway tells it")
    @Transactional
    public void closed(UUID payment, boolean won, @Nullable String reason) {
        write(
                payment,
                won ? "won" : "lost",
                reason,
                "dispute is distinct from 'won' and dispute is distinct from 'lost'");
    }

    private void write(UUID payment, String state, @Nullable String reason, String where) {
        sql.of(
                        """
                        update gateway_operation set dispute = :state, dispute_reason = coalesce(:reason, dispute_reason),
                            disputed_at = coalesce(disputed_at, :now), seen_at = null, updated_at = :now
                        where business_id = :business and id = :id and kind = 'charge' and (%s)
                        """
                                .formatted(where))
                .param("state", state)
                .param("reason", word(reason))
                .param("now", clock.instant().atOffset(UTC))
                .param("id", payment)
                .update();
    }

    private static @Nullable String word(@Nullable String reason) {
        String known = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        return switch (known) {
            case "fraudulent", "duplicate", "product_not_received", "product_unacceptable" -> known;
            case "" -> null;
            default -> "general";
        };
    }

    /** Says that somebody at the desk knows of it. */
    @Requires(Permission.SALE_REFUND)
    @Transactional
    public void seen(UUID payment) {
        int changed =
                sql.of(
                                """
                                update gateway_operation set seen_at = coalesce(seen_at, :now), seen_by = coalesce(seen_by, :caller)
                                where business_id = :business and id = :id and dispute is not null
                                """)
                        .param("now", clock.instant().atOffset(UTC))
                        .param("id", payment)
                        .update();
        if (changed == 0) {
            throw new NotFound("payment");
        }
    }
}
