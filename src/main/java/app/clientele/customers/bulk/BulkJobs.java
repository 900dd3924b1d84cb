package app.clientele.customers.bulk;

import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The long ones among bulk changes, done in the background and gone on with after a crash. */
@Configuration(proxyBeanMethods = false)
class BulkJobs {
    private static final int TRIES = 10;
    static final TaskDescriptor<Work> TASK = TaskDescriptor.of("bulk-change", Work.class);

    /** Which change, whose business, and who asked with what rights: the search depends on them. */
    record Work(
            UUID business,
            @Nullable UUID actor,
            Caller.Door door,
            List<Permission> permissions,
            UUID change)
            implements Serializable {
        Caller caller() {
            return new Caller(business, actor, door, null, Set.copyOf(permissions));
        }
    }

    @Bean
    OneTimeTask<Work> bulkChangeTask(ObjectProvider<BulkRun> run) {
        // asked for when work comes: the scheduler needs its tasks first, and the run the
        // scheduler's database
        return Tasks.oneTime(TASK)
                .onFailure(
                        new MaxRetriesFailureHandler<>(
                                TRIES,
                                new OnFailureRetryLater<>(Duration.ofSeconds(10)),
                                (failed, operations) -> giveUp(failed, run.getObject())))
                .execute((instance, context) -> {
                    Work work = instance.getData();
                    work.caller().run(() -> run.getObject().proceed(work.change()));
                });
    }

    private static void giveUp(ExecutionComplete failed, BulkRun run) {
        Work work = (Work) failed.getExecution().taskInstance.getData();
        work.caller().run(() -> run.giveUp(work.change()));
    }
}
