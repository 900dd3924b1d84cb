package app.clientele.ledger.gifts;

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

/** Writes the letters of gift cards on their day, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class GiftJobs {
    private static final Logger LOG = LoggerFactory.getLogger(GiftJobs.class);

    @Bean
    RecurringTask<Void> giftLettersTask(ObjectProvider<GiftDelivery> delivery) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("gift-letters", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> run(delivery.getObject()));
    }

    static void run(GiftDelivery delivery) {
        for (UUID business : delivery.businesses()) {
            Caller.application(business, Door.JOB)
                    .run(() -> delivery.due().forEach(card -> one(delivery, card)));
        }
    }

    /** One that fails stops no other; its turn comes again. */
    private static void one(GiftDelivery delivery, UUID card) {
        try {
            delivery.deliver(card);
        } catch (RuntimeException e) {
            LOG.error("Writing the letter of gift card {} failed", card, e);
        }
    }
}
