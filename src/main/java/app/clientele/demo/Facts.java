package app.clientele.demo;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.shared.Birthday;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a business has written down about a person: never all of it. */
final class Facts {
    private static final int OLDEST_RECORD = 3300;

    private final Home home;
    private final Mix mix;
    private final Chance chance;

    Facts(Home home, Mix mix, Chance chance) {
        this.home = home;
        this.mix = mix;
        this.chance = chance;
    }

    CustomerDetails of(Called called, Sex sex, LocalDate born, Contacts contacts) {
        LocalDate since = since(born);
        boolean neither = chance.percent(1.3);
        String method =
                !mix.referralMethods().isEmpty() && chance.percent(42)
                        ? chance.early(mix.referralMethods())
                        : null;
        return new CustomerDetails(
                called.first(),
                called.middle(),
                called.last(),
                called.display(),
                contacts.emails(),
                contacts.phones(),
                addresses(),
                birthday(born),
                gender(sex, neither),
                pronouns(sex, neither),
                language(),
                status(since),
                since,
                referrer(method),
                method,
                tags(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                java.util.Map.of());
    }

    private List<Address> addresses() {
        List<Address> addresses = new ArrayList<>(1);
        if (home.address() != null) {
            addresses.add(home.address());
        }
        if (chance.percent(4)) {
            addresses.add(
                    home.further(chance.any(List.of("Work", "Parents", "Summer house")), chance));
        }
        return addresses;
    }

    private @Nullable Birthday birthday(LocalDate born) {
        if (!chance.percent(70)) {
            return null;
        }
        Integer year = chance.percent(12) ? null : born.getYear();
        return new Birthday(year, born.getMonthValue(), born.getDayOfMonth());
    }

    private @Nullable String gender(Sex sex, boolean neither) {
        if (neither) {
            return "Non-binary";
        }
        return chance.percent(58) ? sex == Sex.FEMALE ? "Female" : "Male" : null;
    }

    private @Nullable String pronouns(Sex sex, boolean neither) {
        List<String> pronouns = home.place().pronouns();
        if (neither) {
            return pronouns.getLast();
        }
        return chance.percent(6) ? pronouns.get(sex == Sex.FEMALE ? 0 : 1) : null;
    }

    /** Asked more often of those whose name comes from elsewhere. */
    private @Nullable String language() {
        boolean atHome = home.origin() == home.place();
        if (!chance.percent(atHome ? 45 : 75)) {
            return null;
        }
        return atHome || chance.percent(55) ? home.origin().language() : home.place().language();
    }

    private LocalDate since(LocalDate born) {
        int days = (int) (OLDEST_RECORD * Math.pow(chance.between(1, 1000) / 1000.0, 2));
        LocalDate since = mix.today().minusDays(days);
        return since.isBefore(born) ? born : since;
    }

    private String status(LocalDate since) {
        boolean fresh = since.isAfter(mix.today().minusDays(60));
        if (chance.percent(fresh ? 35 : 3)) {
            return "Prospect";
        }
        return chance.percent(fresh ? 0 : 13) ? "Inactive" : "Active";
    }

    private @Nullable Referrer referrer(@Nullable String method) {
        if (method == null || !method.equals(mix.referralMethods().getFirst())) {
            return null;
        }
        Culture friends = home.place();
        Sex sex = chance.percent(50) ? Sex.FEMALE : Sex.MALE;
        String first = chance.early(friends.given(sex)).of(sex, false);
        String last = friends.family(chance, 0).of(sex, false);
        return chance.percent(45) ? new Referrer(null, first + " " + last) : null;
    }

    private List<String> tags() {
        if (mix.tags().isEmpty() || !chance.percent(36)) {
            return List.of();
        }
        String tag = chance.early(mix.tags());
        String other = chance.early(mix.tags());
        return tag.equals(other) || chance.percent(60) ? List.of(tag) : List.of(tag, other);
    }
}
