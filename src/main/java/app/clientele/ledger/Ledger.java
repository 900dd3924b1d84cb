package app.clientele.ledger;

import static java.time.ZoneOffset.UTC;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts what comes and goes to accounts of stored value. Entries are only ever added; what is left
 * of a lot and the balance are counted by the database, which holds the account meanwhile and
 * refuses to go below nothing. Runs in the transaction of whoever asks.
 */
@Component
public class Ledger {
    private final Sql sql;
    private final LedgerDays days;
    private final Clock clock;

    Ledger(Sql sql, LedgerDays days, Clock clock) {
        this.sql = sql;
        this.days = days;
        this.clock = clock;
    }

    /** Some of a lot that is not spent yet. */
    record Lot(UUID id, UUID accountId, long remaining) {}

    /** What one entry took from a lot and has not been given back. */
    private record Spent(
            UUID id, UUID accountId, UUID lotId, long amount, @Nullable LocalDate expiresOn) {}

    /**
     * Opens an account.
     *
     * @param unit a currency, or {@code count} where pieces are counted
     */
    public UUID open(AccountKind kind, @Nullable UUID customer, String unit) {
        return open(Ids.next(), kind, customer, unit);
    }

    /** Opens an account whose id is known already. */
    public UUID open(UUID id, AccountKind kind, @Nullable UUID customer, String unit) {
        sql.of(
                        "insert into ledger_account (business_id, id, kind, customer_id, unit) values (:business, :id, :kind, :customer, :unit)")
                .param("id", id)
                .param("kind", kind.wireName())
                .param("customer", customer)
                .param("unit", unit)
                .update();
        return id;
    }

    /** The accounts of a customer, the oldest first. */
    public List<UUID> accounts(AccountKind kind, UUID customer, String unit) {
        return sql.of(
                        """
                        select id from ledger_account
                        where business_id = :business and customer_id = :customer and kind = :kind and unit = :unit order by id
                        """)
                .param("customer", customer)
                .param("kind", kind.wireName())
                .param("unit", unit)
                .query(UUID.class)
                .list();
    }

    /** Keeps others from posting to these until the transaction has ended; always in one order. */
    void hold(Collection<UUID> accounts) {
        sql.of(
                        "select id from ledger_account where business_id = :business and id = any(:ids) order by id for update")
                .param("ids", accounts.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /**
     * Adds a lot.
     *
     * @param id of the entry and its lot
     * @param expiresOn the last day on which it may be spent
     */
    public void add(
            UUID id, UUID account, long amount, @Nullable LocalDate expiresOn, Posting posting) {
        post(new Entry(id, account, id, "add", amount, expiresOn, null), posting);
    }

    /** What may be spent today. */
    public long available(Collection<UUID> accounts) {
        return open(accounts).stream().mapToLong(Lot::remaining).sum();
    }

    /** What may be spent today, what goes first being first. */
    private List<Lot> open(Collection<UUID> accounts) {
        return sql.of(
                        """
                        select id, account_id, remaining from ledger_lot
                        where business_id = :business and account_id = any(:accounts) and remaining > 0
                            and (expires_on is null or expires_on >= :today)
                        order by expires_on nulls last, id
                        """)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("today", days.today())
                .query(Lot.class)
                .list();
    }

    /**
     * Spends some of it, what expires first being first.
     *
     * @return the first entry, which alone bears the form's id
     * @throws Refused by this code when there is less
     */
    public UUID spend(Collection<UUID> accounts, long amount, Posting posting, String code) {
        hold(accounts);
        long rest = amount;
        UUID first = Ids.next();
        UUID next = first;
        Instant now = clock.instant(); // of all: they are one deed
        for (Lot lot : open(accounts)) {
            long part = Math.min(rest, lot.remaining());
            if (part > 0) {
                post(
                        new Entry(next, lot.accountId(), lot.id(), "spend", -part, null, null),
                        next.equals(first) ? posting : posting.further(),
                        now);
                rest -= part;
                next = Ids.next();
            }
        }
        if (rest > 0) {
            throw new Refused(code);
        }
        return first;
    }

    /**
     * Puts some of what a payment spent back where it came from, the last first. What would be lost
     * at once, as its lot has expired meanwhile, comes back without an end.
     */
    public void giveBack(UUID payment, long amount) {
        List<Spent> spent = spentBy(payment);
        hold(spent.stream().map(Spent::accountId).distinct().toList());
        long rest = amount;
        for (Spent one : spentBy(payment)) {
            long part = Math.min(rest, one.amount());
            if (part > 0) {
                UUID id = Ids.next();
                boolean past = one.expiresOn() != null && one.expiresOn().isBefore(days.today());
                UUID lot = past ? id : one.lotId();
                post(
                        new Entry(id, one.accountId(), lot, "give_back", part, null, one.id()),
                        Posting.paid(payment));
                rest -= part;
            }
        }
        if (rest > 0) {
            throw new Refused("refund_exceeds_payment");
        }
    }

    private List<Spent> spentBy(UUID payment) {
        return sql.of(
                        """
                        select e.id, e.account_id, e.lot_id, l.expires_on, - e.amount - coalesce((select sum(c.amount) from ledger_entry c
                            where c.business_id = :business and c.counters = e.id), 0)::bigint amount
                        from ledger_entry e join ledger_lot l on l.business_id = :business and l.id = e.lot_id
                        where e.business_id = :business and e.payment_id = :payment and e.kind = 'spend'
                        order by e.account_id, e.sequence desc
                        """)
                .param("payment", payment)
                .query(Spent.class)
                .list();
    }

    /**
     * Takes back all that is left of a lot.
     *
     * @return the entry
     * @throws Refused {@code value_spent} when nothing is left
     */
    public UUID takeBack(UUID lot, Posting posting) {
        UUID account = accountOf(lot);
        hold(List.of(account));
        long left = remaining(lot);
        if (left == 0) {
            throw new Refused("value_spent");
        }
        return takeBack(account, lot, left, posting);
    }

    private UUID takeBack(UUID account, UUID lot, long amount, Posting posting) {
        UUID id = Ids.next();
        post(new Entry(id, account, lot, "take_back", -amount, null, lot), posting);
        return id;
    }

    /** Takes back some of a lot; the database refuses more than is left of it. */
    public void takeBack(UUID lot, long amount, Posting posting) {
        takeBack(accountOf(lot), lot, amount, posting);
    }

    private UUID accountOf(UUID lot) {
        return sql.of(
                        "select account_id from ledger_lot where business_id = :business and id = :lot")
                .param("lot", lot)
                .query(UUID.class)
                .single();
    }

    /** Takes back all that is left on an account; what has expired stays expired. */
    public void takeBackAll(UUID account, Posting posting) {
        hold(List.of(account));
        for (Lot lot : open(List.of(account))) {
            post(
                    new Entry(
                            Ids.next(),
                            account,
                            lot.id(),
                            "take_back",
                            -lot.remaining(),
                            null,
                            lot.id()),
                    posting);
        }
    }

    private long remaining(UUID lot) {
        return sql.of(
                        "select remaining from ledger_lot where business_id = :business and id = :lot")
                .param("lot", lot)
                .query(Long.class)
                .single();
    }

    /** An entry to be. */
    record Entry(
            UUID id,
            UUID account,
            UUID lot,
            String kind,
            long amount,
            @Nullable LocalDate expiresOn,
            @Nullable UUID counters) {}

    /** The trigger numbers it, chains it to the one before, and counts lot and balance. */
    void post(Entry entry, Posting posting) {
        post(entry, posting, clock.instant());
    }

    private void post(Entry entry, Posting posting, Instant at) {
        sql.of(
                        """
                        insert into ledger_entry (business_id, id, account_id, sequence, lot_id, kind, amount, expires_on, counters,
                            payment_id, reason, submission_id, at, created_by, created_via, previous, hash)
                        values (:business, :id, :account, 0, :lot, :kind, :amount, :expires, :counters, :payment, :reason,
                            :submission, :at, :caller, :via, '', '')
                        """)
                .param("id", entry.id())
                .param("account", entry.account())
                .param("lot", entry.lot())
                .param("kind", entry.kind())
                .param("amount", entry.amount())
                .param("expires", entry.expiresOn())
                .param("counters", entry.counters())
                .param("payment", posting.payment())
                .param("reason", posting.reason())
                .param("submission", posting.submission())
                .param("at", at.atOffset(UTC))
                .param("via", Caller.current().door().wireName())
                .update();
    }
}
