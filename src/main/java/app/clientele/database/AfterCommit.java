package app.clientele.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does something once the running transaction is through; at once where there is none. */
public final class AfterCommit {
    private AfterCommit() {}

    public static void run(Runnable deed) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            deed.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        deed.run();
                    }
                });
    }
}
