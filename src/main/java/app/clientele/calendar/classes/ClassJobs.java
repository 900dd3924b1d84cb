package app.clientele.calendar.classes;

import app.clientele.calendar.offers.Rounds;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plans the classes of the weeks to come, and passes on places whose offer has lapsed. */
@Configuration(proxyBeanMethods = false)
class ClassJobs {
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
        Rounds.each(plan.businesses(), plan::lasting, plan::extend);
    }

    static void lapse(Waitlist waitlist) {
        Rounds.each(waitlist.businesses(), waitlist::lapsing, waitlist::lapse);
    }
}
