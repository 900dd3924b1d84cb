package app.clientele.sales.books;

import app.clientele.database.Sql;
import app.clientele.sales.books.Books.Verification;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reckons the books of all businesses again when asked for on the command line, says what does not
 * agree, and ends: with nothing when all is sound, with 1 when something is not.
 */
@Component
@ConditionalOnBooleanProperty("clientele.verify")
class VerifyAtStart implements ApplicationRunner {
    private final Books books;
    private final Sql sql;
    private final TransactionTemplate transactions;
    private final ApplicationContext context;

    VerifyAtStart(
            Books books, Sql sql, TransactionTemplate transactions, ApplicationContext context) {
        this.books = books;
        this.sql = sql;
        this.transactions = transactions;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean sound = print(System.out);
        System.exit(SpringApplication.exit(context, () -> sound ? 0 : 1));
    }

    /** Whether all is sound. */
    boolean print(PrintStream out) {
        boolean sound = true;
        for (UUID business : businesses()) {
            Verification found = Caller.application(business, Door.JOB).call(books::verify);
            out.printf(
                    "%s %s: %d accounts, %d entries, %d invoices%n",
                    business,
                    found.sound() ? "sound" : "NOT SOUND",
                    found.accounts(),
                    found.entries(),
                    found.invoices());
            found.findings()
                    .forEach(f -> out.printf("  %s %s: %s%n", f.table(), f.id(), f.problem()));
            sound &= found.sound();
        }
        return sound;
    }

    private List<UUID> businesses() {
        return java.util.Objects.requireNonNull(
                transactions.execute(t ->
                        sql.acrossBusinesses("select all_businesses()").query(UUID.class).list()));
    }
}
