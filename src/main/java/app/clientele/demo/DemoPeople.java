package app.clientele.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Invents customers that could be: the same ones for the same seed, without end. */
public final class DemoPeople {
    private final Chance chance;
    private final Mix mix;

    /** Each culture as often as its share, so that any pick is a fair one. */
    private final List<Culture> cultures;

    private DemoPeople(long seed, Mix mix) {
        this.chance = new Chance(seed);
        this.mix = mix;
        this.cultures =
                new TreeMap<>(mix.cultures())
                        .entrySet().stream().flatMap(DemoPeople::times).toList();
    }

    private static Stream<Culture> times(Map.Entry<String, Integer> share) {
        return Stream.generate(() -> Culture.of(share.getKey())).limit(share.getValue());
    }

    /** People in households, one household after the other; to be limited and read in order. */
    public static Stream<Person> of(long seed, Mix mix) {
        DemoPeople people = new DemoPeople(seed, mix);
        return LongStream.iterate(0, n -> n + 1).mapToObj(people::household).flatMap(List::stream);
    }

    private List<Person> household(long number) {
        Culture culture = chance.any(cultures);
        Home home = Home.of(culture, mix, chance);
        return new Household(home, mix, chance)
                .members().stream().map(details -> new Person(details, number)).toList();
    }
}
