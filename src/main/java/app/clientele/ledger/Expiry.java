package app.clientele.ledger;

import app.clientele.database.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is past its last day and lets it go, one account after the other. */
@Component
class Expiry {
    private static final ZoneId FIRST = ZoneId.of("Pacific/Kiritimati");

    private final Sql sql;
    private final LastDays lastDays;
    private final LedgerDays days;
    private final Clock clock;

    Expiry(Sql sql, LastDays lastDays, LedgerDays days, Clock clock) {
        this.sql = sql;
        this.lastDays = lastDays;
        this.days = days;
        this.clock = clock;
    }

    /** Those in which something may be past, wherever they are. */
    @Transactional(readOnly = true)
    List<UUID> businesses() {
        return sql.acrossBusinesses("select businesses_with_lots_past(:today)")
                .param("today", LocalDate.now(clock.withZone(FIRST)))
                .query(UUID.class)
                .list();
    }

    @Transactional(readOnly = true)
    List<UUID> due() {
        return sql.of(
                        """
                        select distinct account_id from ledger_lot
                        where business_id = :business and remaining > 0 and expires_on < :today
                        """)
                .param("today", days.today())
                .query(UUID.class)
                .list();
    }

    @Transactional
    void expire(UUID account) {
        lastDays.expire(account);
    }
}
