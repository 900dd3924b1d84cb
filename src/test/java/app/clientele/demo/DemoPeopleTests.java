package app.clientele.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.shared.Validation;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.lang.Character.UnicodeScript;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPeopleTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Mix EVERYWHERE = Mix.everywhere(TODAY);
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static List<CustomerDetails> people(Mix mix, int count) {
        return DemoPeople.of(7, mix).limit(count).map(Person::details).toList();
    }

    private static Stream<DemoBusiness> businesses() {
        return DemoBusiness.all().stream();
    }

    private static Stream<String> cultures() {
        return EVERYWHERE.cultures().keySet().stream().sorted();
    }

    @Test
    void theSameSeedInventsTheSamePeople() {
        assertThat(DemoPeople.of(42, EVERYWHERE).limit(500).toList())
                .isEqualTo(DemoPeople.of(42, EVERYWHERE).limit(500).toList())
                .isNotEqualTo(DemoPeople.of(43, EVERYWHERE).limit(500).toList());
    }

    @Test
    void everyPersonPassesWhatAFormAsks() {
        Stream.concat(
                        people(EVERYWHERE, 3000).stream(),
                        businesses().flatMap(b -> people(b.mix(TODAY), 400).stream()))
                .forEach(Validation::check);
    }

    @ParameterizedTest
    @MethodSource("cultures")
    void everyPhoneOfACultureIsOneThatCouldRing(String culture) {
        for (boolean manifold : new boolean[] {true, false}) {
            phones(only(culture, manifold)).forEach(phone -> assertValid(phone, culture));
        }
    }

    private static Stream<Phone> phones(Mix mix) {
        return people(mix, 1500).stream().flatMap(person -> person.phones().stream());
    }

    private static Mix only(String culture, boolean manifold) {
        return new Mix(
                Map.of(culture, 1), null, List.of(), 60, 80, List.of(), List.of(), manifold, TODAY);
    }

    private static void assertValid(Phone phone, String culture) {
        try {
            String country = Culture.of(culture).country();
            PhoneNumber number = NUMBERS.parse(phone.number(), country);
            assertThat(NUMBERS.isValidNumber(number)).as("%s %s", culture, phone).isTrue();
            assertThat(NUMBERS.format(number, PhoneNumberFormat.E164)).isEqualTo(phone.e164());
        } catch (NumberParseException e) {
            throw new AssertionError(phone.toString(), e);
        }
    }

    @Test
    void everyPhoneReadsTheSameInTheCountryOfTheBusiness() {
        for (DemoBusiness business : DemoBusiness.all()) {
            phones(business.mix(TODAY)).forEach(phone -> assertValid(phone, business.home()));
        }
    }

    @Test
    void allMailGoesToExamples() {
        Stream.concat(
                        people(EVERYWHERE, 5000).stream(),
                        businesses().flatMap(b -> people(b.mix(TODAY), 400).stream()))
                .flatMap(person -> person.emails().stream())
                .map(Email::address)
                .forEach(address ->
                        assertThat(address)
                                .matches("[a-z0-9._]+@[a-z]+\\.example\\.(com|org|net)"));
    }

    @Test
    void eachHasAtMostOnePrimaryOfAKind() {
        for (CustomerDetails person : people(EVERYWHERE, 5000)) {
            assertThat(person.emails().stream().filter(Email::primary).count())
                    .isEqualTo(Math.min(1, person.emails().size()));
            assertThat(person.phones().stream().filter(Phone::primary).count())
                    .isEqualTo(Math.min(1, person.phones().size()));
            assertThat(person.addresses().stream().filter(a -> a.primary()).count())
                    .isEqualTo(Math.min(1, person.addresses().size()));
        }
    }

    @Test
    void theWorldWritesInManyScripts() {
        assertThat(scripts(people(EVERYWHERE, 4000)))
                .contains(
                        UnicodeScript.LATIN,
                        UnicodeScript.GREEK,
                        UnicodeScript.CYRILLIC,
                        UnicodeScript.ARABIC,
                        UnicodeScript.HEBREW,
                        UnicodeScript.DEVANAGARI,
                        UnicodeScript.HAN,
                        UnicodeScript.HANGUL);
    }

    @ParameterizedTest
    @MethodSource("businesses")
    void everyBusinessKnowsPeopleOfSeveralScriptsAndLanguages(DemoBusiness business) {
        List<CustomerDetails> people = people(business.mix(TODAY), 400);

        assertThat(scripts(people)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(people.stream().map(p -> String.valueOf(p.language())).distinct().count())
                .isGreaterThan(8);
    }

    private static Set<UnicodeScript> scripts(List<CustomerDetails> people) {
        return people.stream()
                .map(p -> UnicodeScript.of(requireNonNull(p.firstName()).codePointAt(0)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(UnicodeScript.class)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en-GB", "pl", "ja"})
    void familiesShareWhatFamiliesShare(String culture) {
        Map<Long, List<Person>> households =
                DemoPeople.of(3, only(culture, false))
                        .limit(3000)
                        .collect(Collectors.groupingBy(Person::household));
        List<List<Person>> families =
                households.values().stream().filter(h -> h.size() > 1).toList();

        assertThat(families).hasSizeGreaterThan(200);
        assertThat(families).anyMatch(f -> sharePhone(f.getFirst(), f.getLast()));
        assertThat(families).anyMatch(f -> shareEmail(f.getFirst(), f.getLast()));
        assertThat(families).anyMatch(f -> shareStreet(f.getFirst(), f.getLast()));
    }

    private static boolean sharePhone(Person one, Person other) {
        return one.details().phones().stream()
                .anyMatch(p ->
                        other.details().phones().stream()
                                .anyMatch(q -> q.e164() != null && q.e164().equals(p.e164())));
    }

    private static boolean shareEmail(Person one, Person other) {
        return !one.details().emails().isEmpty()
                && one.details().emails().equals(other.details().emails());
    }

    private static boolean shareStreet(Person one, Person other) {
        return !one.details().addresses().isEmpty()
                && one.details().addresses().stream()
                        .anyMatch(other.details().addresses()::contains);
    }

    @Test
    void theOddCasesAreAmongThem() {
        List<CustomerDetails> people = people(EVERYWHERE, 20_000);

        assertThat(people).anyMatch(p -> p.lastName() == null);
        assertThat(people).anyMatch(p -> p.displayName() != null);
        assertThat(people).anyMatch(p -> String.valueOf(p.lastName()).contains("-"));
        assertThat(people).anyMatch(p -> p.pronouns() != null);
        assertThat(people).anyMatch(p -> p.emails().isEmpty() && p.phones().isEmpty());
        assertThat(people).anyMatch(p -> p.emails().size() > 1);
        assertThat(people).anyMatch(p -> p.phones().size() > 2);
        assertThat(people).anyMatch(p -> p.birthday() != null && p.birthday().year() == null);
        assertThat(people)
                .anyMatch(p ->
                        p.birthday() != null
                                && p.birthday().month() == 2
                                && p.birthday().day() == 29);
    }

    @Test
    void nothingLiesInTheFuture() {
        for (CustomerDetails person : people(EVERYWHERE, 5000)) {
            assertThat(person.customerSince()).isBeforeOrEqualTo(TODAY);
            assertThat(person.birthday() == null || !person.birthday().isAfter(TODAY)).isTrue();
        }
    }

    @Test
    void toMeasureWithThereAreEnoughDifferentPeople() {
        List<CustomerDetails> people = people(EVERYWHERE, 50_000);

        assertThat(people.stream().map(CustomerDetails::lastName).distinct().count())
                .isGreaterThan(9_000);
        assertThat(people.stream().flatMap(p -> p.emails().stream()).distinct().count())
                .isGreaterThan(35_000);
        assertThat(
                        people.stream()
                                .flatMap(p -> p.phones().stream())
                                .map(Phone::e164)
                                .distinct()
                                .count())
                .isGreaterThan(40_000);
    }

    @ParameterizedTest
    @MethodSource("cultures")
    void everyCultureBringsEnoughNames(String code) {
        Culture culture = Culture.of(code);

        assertThat(Set.copyOf(culture.women()).size() + Set.copyOf(culture.men()).size())
                .isGreaterThanOrEqualTo(60);
        assertThat(Set.copyOf(culture.families())).hasSizeGreaterThanOrEqualTo(80);
        assertThat(culture.streets()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(culture.women()).allMatch(n -> !Name.letters(n.hersLatin()).isEmpty());
        assertThat(culture.families()).allMatch(n -> !Name.letters(n.hisLatin()).isEmpty());
        assertThat(Stream.concat(culture.women().stream(), culture.men().stream()).map(Name::his))
                .containsAll(culture.nicknames().keySet());
    }
}
