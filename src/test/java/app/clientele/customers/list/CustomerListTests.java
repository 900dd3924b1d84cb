package app.clientele.customers.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.choices.Choices;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list answers what is asked, completely and to nobody else. */
@ClienteleTest
public class CustomerListTests {
    @Autowired private CustomerList list;
    @Autowired private Customers customers;
    @Autowired private Choices choices;

    private static @Nullable UUID peopled;

    @BeforeEach
    void people() {
        if (Cast.mia().business().equals(peopled)) {
            return;
        }
        peopled = Cast.mia().business();
        Cast.mia().run(this::addPeople);
        Cast.otto()
                .run(() ->
                        customers.create(
                                People.named("Greta", "Elsewhere")
                                        .phone("070 111 22 33")
                                        .details()));
    }

    private void addPeople() {
        choices.add(Choices.Kind.TAG, new Choices.ChoiceDetails("VIP", "purple"));
        choices.add(Choices.Kind.TAG, new Choices.ChoiceDetails("Colour", "pink"));
        Stream.of(
                        People.named("Greta", "Almqvist")
                                .email("Greta@Example.se")
                                .phone("070-123 45 67")
                                .born("1990-05-04")
                                .tag("VIP")
                                .tag("Colour")
                                .status("Active"),
                        People.named("Bo", "Berg")
                                .born("--05-31")
                                .tag("Colour")
                                .status("Prospect")
                                .speaks("sv"),
                        People.named("Zoë", "Andersson")
                                .email("zoe@example.se")
                                .since("2020-02-29")
                                .external("X-1"),
                        People.named("Çelik", null)
                                .born("1984-02-29")
                                .status("Inactive")
                                .tag("VIP"),
                        People.named("李", "小龍").phone("+852 2345 6789"))
                .forEach(p -> customers.create(p.details()));
        UUID gone = customers.create(People.named("Old", "Friend").tag("VIP").details()).id();
        customers.deactivate(gone);
    }

    public static CustomerFilter filter(CustomerList list, String... params) {
        Map<String, List<String>> map =
                Stream.of(params)
                        .filter(p -> !p.isEmpty())
                        .map(p -> p.split("=", 2))
                        .collect(
                                Collectors.groupingBy(
                                        p -> p[0],
                                        Collectors.mapping(p -> p[1], Collectors.toList())));
        return list.filter(map);
    }

    private List<String> names(String params) {
        return Cast.mia()
                .call(() -> {
                    CustomerFilter filter = filter(list, params.split("&"));
                    List<String> names =
                            list.page(filter, null, null, 50).slice().rows().stream()
                                    .map(CustomerRow::name)
                                    .toList();
                    assertThat(list.count(filter)).isEqualTo(names.size());
                    assertThat(list.all(filter, null, 50)).hasSameSizeAs(names);
                    return names;
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Greta Almqvist, Zoë Andersson, Bo Berg, Çelik, 李 小龍",
                "deactivated=only|Old Friend",
                "deactivated=with&tag=vip|Greta Almqvist, Çelik, Old Friend",
                "status=Active|Greta Almqvist",
                "status=Active&status=Inactive|Greta Almqvist, Çelik",
                "tag=VIP|Greta Almqvist, Çelik",
                "tag=VIP&tag=Colour|Greta Almqvist, Bo Berg, Çelik",
                "tagAll=VIP&tagAll=Colour|Greta Almqvist",
                "email=GRETA@example.se|Greta Almqvist",
                "phone=0701234567|Greta Almqvist",
                "phone=+46 70 123 45 67|Greta Almqvist",
                "phone=0046-701234567|Greta Almqvist",
                "externalId=X-1|Zoë Andersson",
                "hasEmail=true|Greta Almqvist, Zoë Andersson",
                "hasEmail=false&hasPhone=false|Bo Berg, Çelik",
                "birthdayMonth=5|Greta Almqvist, Bo Berg",
                "language=sv|Bo Berg",
                "sinceFrom=2020-01-01&sinceTo=2020-02-29|Zoë Andersson",
                "createdWithin=1&tag=VIP&status=Active|Greta Almqvist",
                "createdTo=2001-01-01|''",
                "createdVia=page&birthdayMonth=2|Çelik",
                "updatedSince=2001-01-01T00:00:00Z&birthdayMonth=2|Çelik",
            })
    void filtersWhatIsAsked(String params, String expected) {
        assertThat(String.join(", ", names(params))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tag=Nobody", "status=\u0000", "birthdayMonth=13", "birthdayMonth=x",
                        "createdFrom=2020-13-01",
                "hasEmail=maybe", "referredBy=me", "updatedSince=yesterday", "deactivated=often",
                        "createdWithin=99999",
                "createdFrom=-999999999-01-01", "updatedSince=+1000000000-12-31T00:00:00Z"
            })
    void refusesWhatItCannotRead(String params) {
        Cast.mia()
                .run(() ->
                        assertThatThrownBy(() -> filter(list, params)).isInstanceOf(Invalid.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "bmFtZQ",
                "bmFtZR8-HwEfMQ",
                "-",
                "bmFtZR8-H2EfMDE5M2ItNGQyYS03ZTMwLTgwMDAtMDAwMDAwMDAwMDAw"
            })
    void refusesCursorsThatAreNotItsOwn(String cursor) {
        Cast.mia()
                .run(() ->
                        assertThatThrownBy(() ->
                                        list.page(filter(list), CustomerSort.NEWEST, cursor, 10)
                                                .slice())
                                .isInstanceOf(Invalid.class));
    }

    @Test
    void ordersThroughTheYear() {
        Cast.mia()
                .run(() ->
                        assertThat(
                                        list.page(
                                                        filter(list, "createdTo=9999-12-31"),
                                                        CustomerSort.BIRTHDAY,
                                                        null,
                                                        3)
                                                .slice()
                                                .rows())
                                .extracting(CustomerRow::name)
                                .containsExactly("Çelik", "Greta Almqvist", "Bo Berg"));
    }

    @Test
    void masksContactsFromThoseWhoMayNotSeeThem() {
        Set<Permission> some = EnumSet.of(Permission.PROFILE_VIEW);
        var blind = new Caller(Cast.mia().business(), null, Caller.Door.PAGE, null, some);
        blind.run(() -> {
            CustomerRow greta =
                    list.page(filter(list, "externalId=X-1"), null, null, 5)
                            .slice()
                            .rows()
                            .getFirst();
            assertThat(greta.email()).isEqualTo("z•••@•••");
        });
        var nobody = new Caller(Cast.mia().business(), null, Caller.Door.PAGE, null, Set.of());
        nobody.run(() ->
                assertThatThrownBy(() -> list.filter(Map.of())).isInstanceOf(NotAllowed.class));
    }

    private UUID vip() {
        return choices.all(Choices.Kind.TAG, false).getFirst().id();
    }

    @Test
    void tellsNothingOfAnotherBusiness() {
        assertThat(names("phone=0701112233")).isEmpty();
        Cast.otto()
                .run(() -> {
                    assertThat(
                                    list.page(filter(list, "deactivated=with"), null, null, 50)
                                            .slice()
                                            .rows())
                            .extracting(CustomerRow::name)
                            .containsExactly("Greta Elsewhere");
                    assertThat(list.count(filter(list, "tag=" + Cast.mia().call(this::vip))))
                            .isZero();
                });
    }
}
