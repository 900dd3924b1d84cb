package app.clientele.memberships;

import app.clientele.memberships.MembershipBilling.Declined;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Charges what is due, on its day at the branch, and tries again what was declined. */
@Configuration(proxyBeanMethods = false)
class MembershipJobs {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipJobs.class);

    @Bean
    RecurringTask<Void> membershipBillingTask(ObjectProvider<MembershipBilling> billing) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("membership-billing", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> run(billing.getObject()));
    }

    static void run(MembershipBilling billing) {
        for (UUID business : billing.businesses()) {
            Caller.application(business, Door.JOB)
                    .run(() -> {
                        charge(billing);
                        retry(billing);
                    });
        }
    }

    private static void charge(MembershipBilling billing) {
        List<UUID> due = billing.due(null);
        while (!due.isEmpty()) {
            due.forEach(id -> one(id, billing::bill));
            due = billing.due(due.getLast());
        }
    }

    private static void retry(MembershipBilling billing) {
        List<Declined> declined = billing.toRetry(null);
        while (!declined.isEmpty()) {
            declined.forEach(charge -> one(charge, billing::retry));
            declined = billing.toRetry(declined.getLast().id());
        }
    }

    /** One that fails stops no other; its turn comes again. */
    private static <T> void one(T id, Consumer<T> work) {
        try {
            work.accept(id);
        } catch (RuntimeException e) {
            LOG.error("Charging the membership {} failed", id, e);
        }
    }
}
