package app.clientele.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance: the same seed gives the same picks on every machine. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean percent(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The earlier in the list, the likelier: names are not spread evenly. */
    <T> T early(List<T> all) {
        double luck = random.nextDouble();
        return all.get((int) (all.size() * luck * (0.35 + 0.65 * luck)));
    }

    /** Around {@code middle}, seldom beyond {@code spread} from it. */
    int around(int middle, int spread) {
        return middle + (int) Math.round(spread * random.nextGaussian() / 2);
    }
}
