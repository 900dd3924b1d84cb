package app.clientele.calendar.waitlist;

import app.clientele.calendar.offers.Rounds;
import app.clientele.shared.Caller;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets offers lapse and offers what got free, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class WaitlistJobs {
    @Bean
    RecurringTask<Void> waitlistOffersTask(
            ObjectProvider<WaitlistRound> round, ObjectProvider<WaitlistAnswers> answers) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("waitlist-offers", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> run(round.getObject(), answers.getObject()));
    }

    /** What lapses gets free, and is offered in the same round. */
    static void run(WaitlistRound round, WaitlistAnswers answers) {
        List<UUID> businesses = round.businesses();
        Rounds.each(businesses, answers::lapsing, answers::lapse);
        Rounds.each(
                businesses, () -> List.of(Caller.current().business()), business -> round.pass());
    }
}
