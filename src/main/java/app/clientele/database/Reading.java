package app.clientele.database;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts what a page reads from several services into one transaction: it begins once, and all of it
 * is of one moment.
 */
@Component
public class Reading {
    private final TransactionTemplate transaction;

    Reading(PlatformTransactionManager transactions) {
        var asked = new DefaultTransactionAttribute();
        asked.setReadOnly(true);
        asked.setLabels(Set.of(Plans.KEPT));
        this.transaction = new TransactionTemplate(transactions, asked);
    }

    /** Reads by plans that are kept: see {@link Plans#KEPT}. */
    public <T extends @Nullable Object> T together(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
