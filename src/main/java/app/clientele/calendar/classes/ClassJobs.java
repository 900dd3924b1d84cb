package app.clientele.calendar.classes;

import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plans the classes of the weeks to come, and passes on places whose offer has lapsed. */
@Configuration(proxyBeanMethods = false)
class ClassJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ClassJobs.class);

    @Bean
    RecurringTask<Void> classPlanTask(ObjectProvider<ClassPlan> plan) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("class-plan", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> extend(plan.getObject()));
    }

    @Bean
    RecurringTask<Void> classOffersTask(ObjectProvider<Waitlist> waitlist) {
        return Tasks.recurring("class-offers", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> lapse(waitlist.getObject()));
    }

    static void extend(ClassPlan plan) {
        each(plan.businesses(), plan::lasting, plan::extend);
    }

    static void lapse(Waitlist waitlist) {
        each(waitlist.businesses(), waitlist::lapsing, waitlist::lapse);
    }

    private static void each(
            List<UUID> businesses, Supplier<List<UUID>> which, Consumer<UUID> work) {
        for (UUID business : businesses) {
            Caller.application(business, Door.JOB)
                    .run(() -> which.get().forEach(id -> one(id, work)));
        }
    }

    /** One that fails stops no other; its turn comes again. */
    private static void one(UUID id, Consumer<UUID> work) {
        try {
            work.accept(id);
        } catch (RuntimeException e) {
            LOG.error("Work on classes of {} failed", id, e);
        }
    }
}
