package app.clientele.ledger.gifts;

import app.clientele.database.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the gift cards whose day has come, and writes their letters, one after the other. */
@Component
class GiftDelivery {
    private static final ZoneId FIRST = ZoneId.of("Pacific/Kiritimati");
    private static final String DUE =
            """
            select id from gift_card
            where business_id = :business and deliver_on <= :today and delivered_at is null and activated_at is not null
                and voided_at is null and refunded_at is null\
            """;

    private final Sql sql;
    private final GiftLetters letters;
    private final GiftWishes wishes;
    private final Clock clock;

    GiftDelivery(Sql sql, GiftLetters letters, GiftWishes wishes, Clock clock) {
        this.sql = sql;
        this.letters = letters;
        this.wishes = wishes;
        this.clock = clock;
    }

    /** Those in which a day may have come, wherever they are. */
    @Transactional(readOnly = true)
    List<UUID> businesses() {
        return sql.acrossBusinesses("select businesses_with_gift_letters(:today)")
                .param("today", LocalDate.now(clock.withZone(FIRST)))
                .query(UUID.class)
                .list();
    }

    @Transactional(readOnly = true)
    List<UUID> due() {
        return sql.of(DUE + " order by deliver_on, id limit 500")
                .param("today", wishes.delivering())
                .query(UUID.class)
                .list();
    }

    /** Of two who find it at once, the later one finds it delivered. */
    @Transactional
    void deliver(UUID card) {
        boolean due =
                sql.of(DUE + " and id = :id for update")
                        .param("today", wishes.delivering())
                        .param("id", card)
                        .query(UUID.class)
                        .optional()
                        .isPresent();
        if (due && !letters.write(card)) {
            // nobody to write to any more: it is handed over
            sql.of(
                            "update gift_card set deliver_on = null, version = version + 1, updated_at = now() where business_id = :business and id = :id")
                    .param("id", card)
                    .update();
        }
    }
}
