package app.clientele.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How people of a place are called, live, are rung up and write.
 *
 * @param shown how family name and given name stand together when that is not given name first
 * @param middle what a middle name is drawn from; often nothing
 * @param middlePercent how many have one
 * @param anyMobiles mobile numbers in great variety, of which some may be somebody's
 * @param surname how a family name is made up of two, where it is
 * @param pronouns hers, his and others'
 */
record Culture(
        String code,
        String language,
        String country,
        Dial dial,
        List<String> mobiles,
        List<String> anyMobiles,
        String address,
        int lowestNumber,
        int highestNumber,
        String unit,
        @Nullable String shown,
        @Nullable String surname,
        List<Name> women,
        List<Name> men,
        List<Name> middle,
        int middlePercent,
        List<Name> families,
        List<String> streets,
        List<City> cities,
        Map<String, String> nicknames,
        List<String> pronouns,
        List<String> mailDomains) {
    private static final Map<String, Culture> READ = new ConcurrentHashMap<>();

    /** A town with the patterns of its postcodes and of its landlines, where there are any. */
    record City(String name, String postcode, @Nullable String landline, @Nullable String region) {
        static City parse(String line) {
            List<String> parts = DemoFile.split(line, ";");
            String landline = parts.get(2).equals("-") ? null : parts.get(2);
            return new City(parts.get(0), parts.get(1), landline, orNull(parts.get(3)));
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    static Culture of(String code) {
        return READ.computeIfAbsent(code, Culture::read);
    }

    private static Culture read(String code) {
        DemoFile file = DemoFile.read("cultures/" + code + ".txt");
        List<String> mobiles = DemoFile.split(file.get("mobile"), ",");
        String any = file.find("mobile.any");
        List<String> numbers = DemoFile.split(file.get("numbers"), "-");
        return new Culture(
                code,
                file.get("language"),
                file.get("country"),
                Dial.parse(file.get("dial")),
                mobiles,
                any == null ? mobiles : DemoFile.split(any, ","),
                file.get("address"),
                Integer.parseInt(numbers.getFirst()),
                Integer.parseInt(numbers.getLast()),
                file.get("unit"),
                file.find("shown"),
                file.find("surname"),
                Name.parse(file.list("female")),
                Name.parse(file.list("male")),
                Name.parse(file.list("middle")),
                file.number("middle", 0),
                Name.parse(file.list("family")),
                file.list("streets"),
                file.section("cities").stream().map(City::parse).toList(),
                nicknames(file.list("nicknames")),
                DemoFile.split(file.get("pronouns"), ";"),
                DemoFile.split(file.get("mail"), ","));
    }

    private static Map<String, String> nicknames(List<String> pairs) {
        return pairs.stream()
                .map(pair -> pair.split("=", -1))
                .collect(Collectors.toUnmodifiableMap(p -> p[0], p -> p[1]));
    }

    List<Name> given(Sex sex) {
        return sex == Sex.FEMALE ? women : men;
    }

    /** Whether its own letters are others than the Latin ones. */
    boolean hasOwnScript() {
        return !families.getFirst().his().equals(families.getFirst().hisLatin());
    }

    Name family(Chance chance, int rarePercent) {
        Name name = chance.early(families);
        if (surname != null) {
            return name.joined(chance.early(families), " ");
        }
        if (chance.percent(rarePercent) && shown == null) {
            return name.blended(chance.any(families));
        }
        return chance.percent(4) && shown == null ? name.joined(chance.early(families), "-") : name;
    }
}
