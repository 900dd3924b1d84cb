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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Charges what is due, on its day at the branch, and tries again what was declined. */
@Configuration(proxyBeanMethods = false)
class MembershipJobs {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipJobs.class);
    private static final int AT_ONCE = Integer.getInteger("clientele.memberships.at-once", 4);

    @Bean
    RecurringTask<Void> membershipBillingTask(ObjectProvider<MembershipBilling> billing) {
        // asked for when it is time: the scheduler needs its tasks first
        return Tasks.recurring("membership-billing", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> run(billing.getObject()));
    }

    static void run(MembershipBilling billing) {
        for (UUID business : billing.businesses()) {
            Caller.application(business, Door.JOB).run(() -> work(billing));
        }
    }

    /**
     * What is due in the caller's business: several at once, as most of the time is spent waiting
     * for the database and the gateway. Each holds its own membership, so none is in another's way.
     */
    static void work(MembershipBilling billing) {
        Caller caller = Caller.current();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var crew = new Crew(caller, workers);
            crew.each(() -> billing.due(null), billing::due, id -> id, billing::bill);
            crew.each(() -> billing.toRetry(null), billing::toRetry, Declined::id, billing::retry);
        }
    }

    /** Several threads that act as whoever asked. */
    private record Crew(Caller caller, ExecutorService workers) {
        <T> void each(
                Supplier<List<T>> first,
                Function<UUID, List<T>> after,
                Function<T, UUID> id,
                Consumer<T> work) {
            List<T> batch = first.get();
            while (!batch.isEmpty()) {
                all(batch, work);
                batch = after.apply(id.apply(batch.getLast()));
            }
        }

        private <T> void all(List<T> batch, Consumer<T> work) {
            batch.stream()
                    .map(one ->
                            CompletableFuture.runAsync(
                                    () -> caller.run(() -> one(one, work)), workers))
                    .toList()
                    .forEach(CompletableFuture::join);
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
