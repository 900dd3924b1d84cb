package app.clientele.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Puts work off to the background. What is asked for within a transaction is there if and only if
 * that is committed.
 */
@Component
public class Jobs {
    private final Scheduler scheduler;
    private final Clock clock;

    Jobs(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Begins it as soon as the running transaction is through, not when somebody next looks. */
    public void begin(TaskInstance<?> work) {
        scheduler.scheduleIfNotExists(work, clock.instant());
        AfterCommit.run(scheduler::triggerCheckForDueExecutions);
    }

    public void beginAt(TaskInstance<?> work, Instant time) {
        scheduler.scheduleIfNotExists(work, time);
    }
}
