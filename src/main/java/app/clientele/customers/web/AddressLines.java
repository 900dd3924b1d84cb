package app.clientele.customers.web;

import app.clientele.business.Business;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.site.View;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An address as written on an envelope; the country only when it is abroad. */
final class AddressLines {
    /** Countries that write the city before the postcode. */
    private static final Set<String> CITY_FIRST =
            Set.of("US", "CA", "GB", "IE", "AU", "NZ", "IN", "PH", "ZA", "SG", "HK");

    private AddressLines() {}

    static List<String> of(View view, Business business, Address address) {
        String country = Objects.requireNonNullElse(address.country(), business.country());
        boolean abroad = !country.equals(business.country());
        return Stream.of(
                        address.street(),
                        address.line2(),
                        place(address, CITY_FIRST.contains(country)),
                        abroad ? Locale.of("", country).getDisplayCountry(view.locale()) : null)
                .filter(line -> line != null && !line.isBlank())
                .map(String::valueOf)
                .toList();
    }

    private static String place(Address address, boolean cityFirst) {
        return cityFirst
                ? joined(" ", joined(", ", address.city(), address.region()), address.postcode())
                : joined(", ", joined(" ", address.postcode(), address.city()), address.region());
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(between));
    }
}
