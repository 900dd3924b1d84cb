package app.clientele.ledger;

import app.clientele.database.Sql;
import app.clientele.ledger.Ledger.Entry;
import app.clientele.ledger.Ledger.Lot;
import app.clientele.shared.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves last days, lets go what is past its own, and brings it back. */
@Component
public class LastDays {
    private final Sql sql;
    private final Ledger ledger;
    private final LedgerDays days;

    LastDays(Sql sql, Ledger ledger, LedgerDays days) {
        this.sql = sql;
        this.ledger = ledger;
        this.days = days;
    }

    /** Gives all lots of an account that hold something another last day. */
    public void extend(UUID account, @Nullable LocalDate until, Posting posting) {
        ledger.hold(List.of(account));
        sql.of(
                        "select id from ledger_lot where business_id = :business and account_id = :account and remaining > 0 order by id")
                .param("account", account)
                .query(UUID.class)
                .list()
                .forEach(lot ->
                        ledger.post(
                                new Entry(Ids.next(), account, lot, "extend", 0, until, null),
                                posting));
    }

    /** Brings back what expired on an account and was not brought back before. */
    public void revive(UUID account, @Nullable LocalDate until, Posting posting) {
        ledger.hold(List.of(account));
        sql
                .of(
                        """
                        select e.id, e.account_id, (- e.amount - coalesce((select sum(c.amount) from ledger_entry c
                            where c.business_id = :business and c.counters = e.id), 0))::bigint remaining
                        from ledger_entry e
                        where e.business_id = :business and e.account_id = :account and e.kind = 'expire' order by e.sequence
                        """)
                .param("account", account)
                .query(Lot.class)
                .list()
                .stream()
                .filter(lapsed -> lapsed.remaining() > 0)
                .forEach(lapsed -> {
                    UUID id = Ids.next();
                    ledger.post(
                            new Entry(
                                    id,
                                    account,
                                    id,
                                    "give_back",
                                    lapsed.remaining(),
                                    until,
                                    lapsed.id()),
                            posting);
                });
    }

    /** Lets go what is past its last day. */
    void expire(UUID account) {
        ledger.hold(List.of(account));
        sql.of(
                        """
                        select id, account_id, remaining from ledger_lot
                        where business_id = :business and account_id = :account and remaining > 0 and expires_on < :today order by id
                        """)
                .param("account", account)
                .param("today", days.today())
                .query(Lot.class)
                .list()
                .forEach(lot ->
                        ledger.post(
                                new Entry(
                                        Ids.next(),
                                        account,
                                        lot.id(),
                                        "expire",
                                        -lot.remaining(),
                                        null,
                                        null),
                                Posting.of(null)));
    }
}
