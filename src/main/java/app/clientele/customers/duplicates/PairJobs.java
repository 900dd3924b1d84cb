package app.clientele.customers.duplicates;

import app.clientele.shared.Caller;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the list of likely duplicates up with the records, in the background. */
@Configuration(proxyBeanMethods = false)
class PairJobs {
    private static final Logger log = LoggerFactory.getLogger(PairJobs.class);

    @Bean
    RecurringTask<Void> duplicateSearchTask(ObjectProvider<PairSearch> search) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("duplicate-search", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> run(search.getObject()));
    }

    static void run(PairSearch search) {
        for (var business : search.businesses()) {
            try {
                Caller.application(business, Caller.Door.JOB).run(() -> through(search));
            } catch (RuntimeException e) {
                // the others' turn; this one's comes again
                log.error("Looking for duplicates in {} failed", business, e);
            }
        }
    }

    private static void through(PairSearch search) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = search.step();
        }
    }
}
