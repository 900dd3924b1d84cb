package app.clientele.ledger;

import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Writes down what has expired. Nobody can spend it before that, either: this only makes the
 * balance say so.
 */
@Configuration(proxyBeanMethods = false)
class ExpiryJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiryJobs.class);

    @Bean
    RecurringTask<Void> ledgerExpiryTask(ObjectProvider<Expiry> expiry) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("ledger-expiry", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> run(expiry.getObject()));
    }

    static void run(Expiry expiry) {
        for (UUID business : expiry.businesses()) {
            Caller.application(business, Door.JOB)
                    .run(() -> expiry.due().forEach(account -> one(expiry, account)));
        }
    }

    /** One that fails stops no other; its turn comes again. */
    private static void one(Expiry expiry, UUID account) {
        try {
            expiry.expire(account);
        } catch (RuntimeException e) {
            LOG.error("Letting go what expired in {} failed", account, e);
        }
    }
}
