package app.clientele.ledger;

import static java.util.Objects.requireNonNull;

import app.clientele.Cast;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets time pass for what is kept in the ledger. */
public final class Expiring {
    private Expiring() {}

    /** What the hourly job does. */
    public static void run() {
        ExpiryJobs.run(Cast.bean(Expiry.class));
    }

    /** Gives all that is left of a customer's credit a last day that is over. */
    public static void letPass(UUID customer) {
        Cast.mia()
                .run(() ->
                        Cast.bean(TransactionTemplate.class)
                                .executeWithoutResult(t -> over(customer)));
    }

    /** The same for what is left on one card. */
    public static void letPassCard(UUID account) {
        Cast.mia()
                .run(() ->
                        Cast.bean(TransactionTemplate.class)
                                .executeWithoutResult(t ->
                                        Cast.bean(LastDays.class)
                                                .extend(
                                                        account,
                                                        Cast.bean(LedgerDays.class)
                                                                .today()
                                                                .minusDays(1),
                                                        Posting.of(null))));
    }

    private static void over(UUID customer) {
        LocalDate past = requireNonNull(Cast.bean(LedgerDays.class)).today().minusDays(1);
        Cast.bean(Ledger.class)
                .accounts(AccountKind.ACCOUNT_CREDIT, customer, "SEK")
                .forEach(account ->
                        Cast.bean(LastDays.class).extend(account, past, Posting.of("Over")));
    }
}
