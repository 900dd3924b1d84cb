package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.business.Branches.BranchDetails;
import app.clientele.business.Service.Performer;
import app.clientele.business.ServiceDetails.PerformerDetails;
import app.clientele.business.Services.Filter;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The catalogue: what is offered, by whom, where, and what it says to those who come late. */
@ClienteleTest
class ServiceTests {
    @Autowired private Services services;
    @Autowired private Staff staff;
    @Autowired private Branches branches;

    private static ServiceDetails details(
            String name, @Nullable String price, List<PerformerDetails> team, List<UUID> where) {
        return new ServiceDetails(
                name, null, null, 60, 5, 10, money(price), "teal", true, team, where, null);
    }

    private static ServiceDetails named(String name) {
        return details(name, null, List.of(), List.of());
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : Money.parse(amount);
    }

    private static PerformerDetails by(Cast.Person person, @Nullable Integer minutes) {
        return new PerformerDetails(person.staff(), minutes, null);
    }

    private UUID create(ServiceDetails details) {
        return Cast.mia().call(() -> services.create(details));
    }

    private Service get(UUID id) {
        return Cast.dora().call(() -> services.get(id));
    }

    private List<String> listed(Filter filter) {
        return Cast.dora().call(() -> services.list(filter)).stream().map(Service::name).toList();
    }

    @Test
    void aServiceIsReadWithItsPeopleAndPlaces() {
        var team = List.of(by(Cast.paul(), 75), by(Cast.dora(), null));
        UUID id = create(details("Whole", "SEK 850.50", team, List.of(Cast.branch())));
        Service read = get(id);
        assertThat(read.price()).isEqualTo(Money.parse("SEK 850.50"));
        assertThat(read.performers())
                .containsExactly(
                        new Performer(Cast.dora().staff(), "Dora Lind", null, null, true),
                        new Performer(Cast.paul().staff(), "Paul Vries", 75, null, true));
        assertThat(read.branchIds()).containsExactly(Cast.branch());
        Cast.mia()
                .run(() ->
                        services.change(id, details("Less", "SEK 0.00", List.of(), List.of()), 1));
        assertThat(get(id).performers()).isEmpty();
        assertThat(get(id).branchIds()).isEmpty();
        assertThat(get(id).price()).isEqualTo(Money.parse("SEK 0.00"));
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .containsExactly(
                        "insert by Mia Okafor",
                        "update by Mia Okafor: name=Whole, price_minor=85050");
    }

    @Test
    void whatIsNotThereToBeChosenIsRefusedByField() {
        UUID nobody = UUID.randomUUID();
        var wrong =
                new ServiceDetails(
                        "Wrong",
                        null,
                        nobody,
                        60,
                        0,
                        0,
                        Money.parse("EUR 5"),
                        "mauve",
                        false,
                        List.of(by(Cast.paul(), null), by(Cast.otto(), null), by(Cast.paul(), 5)),
                        List.of(nobody),
                        null);
        assertThat(fields(wrong))
                .containsExactly(
                        "colour",
                        "categoryId",
                        "price",
                        "performers[1].staffId",
                        "performers[2].staffId",
                        "branchIds");
        var outside =
                new ServiceDetails(
                        null,
                        null,
                        null,
                        1441,
                        -1,
                        241,
                        Money.parse("SEK -1"),
                        null,
                        false,
                        null,
                        null,
                        0);
        assertThat(fields(outside))
                .containsExactly(
                        "bufferAfterMinutes",
                        "bufferBeforeMinutes",
                        "minAge",
                        "minutes",
                        "name",
                        "price");
    }

    private List<String> fields(ServiceDetails wrong) {
        try {
            create(wrong);
            return List.of();
        } catch (Invalid e) {
            return e.problems().stream().map(Invalid.Problem::field).toList();
        }
    }

    @Test
    void twoLivingServicesNeverHaveOneName() {
        UUID id = create(named("Gloss"));
        assertThat(fields(named("GLOSS"))).containsExactly("name");
        Cast.mia().run(() -> services.archive(id));
        UUID next = create(named("gloss"));
        assertThatThrownBy(() -> Cast.mia().run(() -> services.reopen(id)))
                .isInstanceOf(Refused.class)
                .hasMessage("service_name_taken");
        Cast.mia().run(() -> services.archive(next));
        Cast.mia().run(() -> services.reopen(id));
        assertThat(listed(Filter.named("glo", false))).containsExactly("Gloss");
        assertThat(listed(Filter.named("glo", true))).containsExactly("Gloss", "gloss");
    }

    @Test
    void whoLeftAndWhatClosedStaysButIsNotGivenAnew() {
        UUID leaving =
                Cast.mia()
                        .call(() ->
                                staff.add(
                                        new Staff.MemberDetails(
                                                "Leo Gone",
                                                UUID.randomUUID() + "@example.com",
                                                staff.get(Cast.paul().staff()).roleId(),
                                                List.of())));
        UUID closing =
                Cast.mia()
                        .call(() ->
                                branches.add(
                                        new BranchDetails(
                                                "Pop-up", null, null, null, null, "SE", "UTC", null,
                                                null)));
        var team = List.of(new PerformerDetails(leaving, null, null));
        UUID id = create(details("Was theirs", null, team, List.of(closing)));
        Cast.mia().run(() -> staff.deactivate(leaving));
        Cast.mia().run(() -> branches.archive(closing));
        assertThat(get(id).performers()).extracting(Performer::active).containsExactly(false);
        Cast.mia().run(() -> services.change(id, get(id).details(), 1));
        assertThat(fields(details("New", null, team, List.of(closing))))
                .containsExactly("performers[0].staffId", "branchIds");
        assertThat(listed(new Filter(null, null, Cast.branch(), null, false, null)))
                .doesNotContain("Was theirs");
        assertThat(listed(new Filter(null, null, closing, null, false, null)))
                .doesNotContain("Was theirs");
        assertThat(listed(new Filter(null, null, null, leaving, false, null))).isEmpty();
    }

    @Test
    void whoComesTooLateHearsThePriceAsAPrice() {
        UUID id = create(details("Late", "SEK 10", List.of(), List.of()));
        var mine = details("Late", "SEK 30", List.of(), List.of());
        Cast.mona()
                .run(() -> services.change(id, details("Late", "SEK 20", List.of(), List.of()), 1));
        assertThatThrownBy(() -> Cast.mia().run(() -> services.change(id, mine, 1)))
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale ->
                                assertThat(stale.clashes())
                                        .singleElement()
                                        .satisfies(clash -> {
                                            assertThat(clash.field()).isEqualTo("price");
                                            assertThat(clash.theirs()).isEqualTo("SEK 20.00");
                                            assertThat(clash.by()).isEqualTo("Mona Haddad");
                                        }));
    }

    @Test
    void theOrderIsChosenAndKept() {
        var otto = Cast.otto();
        List<UUID> made =
                List.of("A", "B", "C").stream()
                        .map(name -> otto.call(() -> services.create(named(name))))
                        .toList();
        otto.run(() -> services.reorder(List.of(made.get(2), made.get(0))));
        assertThat(ottos()).containsExactly("C", "A", "B");
        otto.run(() -> services.move(made.get(1), -1));
        assertThat(ottos()).containsExactly("C", "B", "A");
        Cast.mia().run(() -> services.reorder(List.of(made.get(0))));
        assertThat(ottos()).containsExactly("C", "B", "A");
    }

    private List<String> ottos() {
        return Cast.otto().call(() -> services.list(Filter.all(false))).stream()
                .map(Service::name)
                .toList();
    }

    @Test
    void nobodyElsesServiceIsSeenNorChangedByWhoMayNot() {
        UUID id = create(named("Ours"));
        assertThatThrownBy(() -> Cast.otto().call(() -> services.get(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Cast.otto().run(() -> services.archive(id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Cast.dora().run(() -> services.archive(id)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void theDatabaseHoldsItToo() {
        UUID id = create(named("Held"));
        assertThatThrownBy(() ->
                        TestDatabase.ownerClient()
                                .sql("update service set minutes = 0 where id = :id")
                                .param("id", id)
                                .update())
                .hasMessageContaining("service_minutes_check");
    }
}
