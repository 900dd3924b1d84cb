package app.clientele;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Checks a property over many made-up values; a failure names the seed that makes the value again.
 */
public final class ForAll {
    private static final String SEED = "forAll.seed";

    private ForAll() {}

    /** Run again with {@code -DforAll.seed=<seed>} to try only that value. */
    public static <T> void forAll(
            int tries, Function<RandomGenerator, T> make, Consumer<T> property) {
        Long given = Long.getLong(SEED);
        long first = given == null ? System.nanoTime() : given;
        for (long seed = first; seed < first + (given == null ? tries : 1); seed++) {
            T value = make.apply(random(seed));
            try {
                property.accept(value);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-D" + SEED + "=" + seed + " made " + value, e);
            }
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
