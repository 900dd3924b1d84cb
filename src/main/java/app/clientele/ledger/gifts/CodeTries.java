package app.clientele.ledger.gifts;

import app.clientele.shared.Caller;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Slows down guessing of codes: few wrong ones a minute for whoever asks; right ones are free. */
@Component
class CodeTries {
    static final int WRONG = 10;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(Duration.ofMinutes(15))
                    .build();

    /**
     * @throws TooManyCodes when they tried too many wrong ones
     */
    void check() {
        var probe = bucket().estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw new TooManyCodes(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    void wrong() {
        bucket().tryConsume(1);
    }

    private Bucket bucket() {
        Caller caller = Caller.current();
        return buckets.get(
                caller.business() + "|" + caller.actor(),
                name ->
                        Bucket.builder()
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(WRONG)
                                                .refillGreedy(WRONG, Duration.ofMinutes(1))
                                                .build())
                                .build());
    }
}
