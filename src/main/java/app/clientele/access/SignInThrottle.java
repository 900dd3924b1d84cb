package app.clientele.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: few tries for one account from one address, more for one address over all
 * accounts. An account is never locked as such, so nobody can lock a colleague out from elsewhere.
 */
@Component
public class SignInThrottle {
    /** Ten a second: a whole salon's guests behind one address stay below it. */
    static final int LOOKS = 600;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(Duration.ofMinutes(15))
                    .build();

    /** How long to wait before another try, if there were too many. */
    public Optional<Duration> tryOnce(String account, String address) {
        // the address first: one that tries too much can't fill the memory with invented accounts
        return consume(address, 40, Duration.ofMinutes(1))
                .or(() -> consume(name(account, address), 8, Duration.ofMinutes(1)));
    }

    /**
     * The same for whoever books without an account: so many for one address, and few for one
     * contact wherever they come from, so that nobody's inbox is filled.
     */
    public Optional<Duration> bookOnce(String contact, String address) {
        return consume("book|" + address, 120, Duration.ofMinutes(1))
                .or(() -> consume(name("book|" + contact, ""), 10, Duration.ofMinutes(10)));
    }

    /** The same for whoever only looks at what can be booked: far more, but not without end. */
    public Optional<Duration> lookOnce(String address) {
        return consume("look|" + address, LOOKS, Duration.ofMinutes(1));
    }

    private Optional<Duration> consume(String name, int tries, Duration per) {
        Bucket bucket =
                buckets.get(
                        name,
                        n ->
                                Bucket.builder()
                                        .addLimit(
                                                Bandwidth.builder()
                                                        .capacity(tries)
                                                        .refillGreedy(tries, per)
                                                        .build())
                                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Forgets the tries of somebody who got in. */
    public void succeeded(String account, String address) {
        buckets.invalidate(name(account, address));
    }

    /**
     * However it is typed, other capitals are no other account; however long, it takes few bytes.
     */
    private static String name(String account, String address) {
        byte[] hash = Secrets.hash(Accounts.normal(account));
        return Base64.getEncoder().encodeToString(hash) + "|" + address;
    }
}
