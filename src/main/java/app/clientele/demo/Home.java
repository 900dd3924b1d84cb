package app.clientele.demo;

import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.CustomerDetails.PhoneKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a household lives.
 *
 * @param origin where its names come from
 * @param place the country it lives in
 * @param latin whether it writes its names in Latin letters although its own are others
 * @param foreign whether that is another country than the business's
 */
record Home(
        Culture origin,
        Culture place,
        Culture.City city,
        Name family,
        boolean latin,
        boolean foreign,
        @Nullable Address address,
        @Nullable String landline) {
    static Home of(Culture origin, Mix mix, Chance chance) {
        Culture place = place(origin, mix, chance);
        Culture.City city = chance.early(towns(place, mix));
        Name family = origin.family(chance, mix.manifold() ? 22 : 0);
        boolean latin = origin.hasOwnScript() && place != origin && chance.percent(45);
        boolean addressed = chance.percent(mix.addressedPercent());
        return new Home(
                origin,
                place,
                city,
                family,
                latin,
                mix.home() == null || !place.country().equals(Culture.of(mix.home()).country()),
                addressed ? address(place, city, family, "Home", true, chance) : null,
                city.landline() != null && chance.percent(12)
                        ? Template.fill(city.landline(), chance)
                        : null);
    }

    /** Most live where the business is, whatever they are called; some come from far. */
    private static Culture place(Culture origin, Mix mix, Chance chance) {
        return mix.home() == null || chance.percent(4) ? origin : Culture.of(mix.home());
    }

    /** At home the towns around the business, abroad any. */
    private static List<Culture.City> towns(Culture place, Mix mix) {
        return mix.towns().isEmpty() || !place.code().equals(mix.home())
                ? place.cities()
                : place.cities().stream().filter(c -> mix.towns().contains(c.name())).toList();
    }

    /** Another address of somebody who lives here. */
    Address further(String label, Chance chance) {
        return address(place, chance.early(place.cities()), family, label, address == null, chance);
    }

    private static Address address(
            Culture place,
            Culture.City city,
            Name family,
            String label,
            boolean primary,
            Chance chance) {
        String line2 =
                chance.percent(16)
                        ? numbered(place.unit(), 1, 24, chance)
                                .replace("{family}", family.hisLatin())
                        : null;
        return new Address(
                null,
                label,
                numbered(place.address(), place.lowestNumber(), place.highestNumber(), chance)
                        .replace("{street}", chance.any(place.streets())),
                line2,
                Template.fill(city.postcode(), chance),
                city.name(),
                city.region(),
                place.country(),
                primary);
    }

    private static String numbered(String pattern, int lowest, int highest, Chance chance) {
        String filled =
                pattern.replace("{number}", String.valueOf(chance.between(lowest, highest)))
                        .replace("{letter}", String.valueOf((char) ('A' + chance.between(0, 5))));
        while (filled.contains("{n}")) {
            int at = filled.indexOf("{n}");
            filled = filled.substring(0, at) + chance.between(1, 28) + filled.substring(at + 3);
        }
        return filled;
    }

    String mobile(boolean manifold, Chance chance) {
        return Template.fill(
                manifold ? chance.any(place.anyMobiles()) : chance.early(place.mobiles()), chance);
    }

    Phone phone(String national, PhoneKind kind, boolean primary, Chance chance) {
        return place.dial().phone(national, kind, primary, foreign, chance);
    }
}
