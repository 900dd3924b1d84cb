package app.clientele.gateway;

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

/** Asks gateways what nobody has asked yet, and what came of what was asked. */
@Configuration(proxyBeanMethods = false)
class GatewayJobs {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayJobs.class);

    @Bean
    RecurringTask<Void> gatewayTask(
            ObjectProvider<Operations> operations, ObjectProvider<CardLinks> links) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("gateway", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((instance, context) -> run(operations.getObject(), links.getObject()));
    }

    static void run(Operations operations, CardLinks links) {
        for (UUID business : operations.businesses()) {
            Caller.application(business, Door.JOB)
                    .run(() -> {
                        each(operations.due(), operations::check);
                        each(links.due(), links::see);
                    });
        }
    }

    /** One that fails stops no other; its turn comes again. */
    private static void each(List<UUID> ids, Consumer<UUID> work) {
        for (UUID id : ids) {
            try {
                work.accept(id);
            } catch (RuntimeException e) {
                LOG.error("Work on {} of a gateway failed", id, e);
            }
        }
    }
}
