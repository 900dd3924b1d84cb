package app.clientele.customers.erasing;

import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import app.clientele.shared.NotFound;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases whose time has come, and looks for those a business's rule forgets. */
@Configuration(proxyBeanMethods = false)
class ErasureJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureJobs.class);

    @Bean
    RecurringTask<Void> erasureTask(ObjectProvider<Eraser> eraser) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("erasures", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> erase(eraser.getObject()));
    }

    @Bean
    RecurringTask<Void> retentionTask(ObjectProvider<RetentionRun> retention) {
        return Tasks.recurring("retention", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> forget(retention.getObject()));
    }

    static void erase(Eraser eraser) {
        for (var business : eraser.businesses()) {
            Caller.application(business, Door.JOB)
                    .run(() -> eraser.due().forEach(id -> one(eraser, id)));
        }
    }

    /** One that fails stops nobody else; the log names it by its id alone. */
    private static void one(Eraser eraser, java.util.UUID erasure) {
        try {
            eraser.erase(erasure);
        } catch (NotFound e) {
            // undone or done by another node meanwhile
        } catch (RuntimeException e) {
            LOG.error("Erasure {} failed: {}", erasure, e.getClass().getName());
        }
    }

    static void forget(RetentionRun retention) {
        for (var business : retention.businesses()) {
            Caller.application(business, Door.JOB).run(retention::run);
        }
    }
}
