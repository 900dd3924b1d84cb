package app.clientele.customers.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.duplicates.Duplicates.Likely;
import app.clientele.customers.duplicates.Duplicates.Reason;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class DuplicatesTests {
    @Autowired private Duplicates duplicates;
    @Autowired private Customers customers;

    @Test
    void samePhoneAndNamesIsAsSureAsItGets() {
        UUID known = create(People.named("Søren", "Møller").phone("070-555 01 01"));
        assertThat(likely(People.named("soren", "moller").phone("+46705550101")))
                .singleElement()
                .satisfies(l -> {
                    assertThat(l.customer().id()).isEqualTo(known);
                    assertThat(l.score()).isEqualTo(100);
                    assertThat(l.reasons()).containsExactly(Reason.PHONE, Reason.NAMES);
                });
    }

    @Test
    void theScoresOfWhatIsShared() {
        create(
                People.named("Greta", "Lund")
                        .phone("070-555 02 02")
                        .email("Greta.Lund@example.org"));
        assertThat(score(People.named("Greta", "Lund"))).isEqualTo(80);
        assertThat(score(People.named("Greta", "Berg").phone("0705550202"))).isEqualTo(75);
        assertThat(score(People.named("Gretel", "Berg").email("greta.lund@EXAMPLE.org")))
                .isEqualTo(75);
        assertThat(score(People.named("Nils", "Berg").email("greta.lund@EXAMPLE.org")))
                .as("who shares an inbox may be family")
                .isEqualTo(40);
        assertThat(score(People.named("Nils", "Lund").phone("0705550202"))).isEqualTo(40);
        assertThat(score(People.named("Nils", "Berg").phone("0705550202"))).isEqualTo(30);
    }

    @Test
    void aMiddleNameDoesNotHideThem() {
        create(People.named("Aino Maria", "Korhonen-Virtanen"));
        assertThat(likely(People.named("Aino Maria", "Korhonen-Virtanen"))).hasSize(1);
    }

    @Test
    void aSharedFirstOrLastNameAloneIsNoReason() {
        create(People.named("Ingrid", "Solberg"));
        assertThat(likely(People.named("Ingrid", "Dahl"))).isEmpty();
        assertThat(likely(People.named("Kari", "Solberg"))).isEmpty();
        assertThat(likely(People.named("Ingrid", null))).isEmpty();
    }

    @Test
    void theLikeliestComesFirstAndFiveAreEnough() {
        for (int i = 0; i < 7; i++) {
            create(People.named("Kind " + i, "Overloop").phone("070-555 03 03"));
        }
        create(People.named("Lotte", "Overloop").phone("070-555 03 03"));
        List<Likely> found = likely(People.named("Lotte", "Overloop").phone("0705550303"));
        assertThat(found).hasSize(5);
        assertThat(found.getFirst().customer().name()).isEqualTo("Lotte Overloop");
    }

    @Test
    void notTheRecordItselfAndNotAnotherBusiness() {
        UUID self = create(People.named("Vigdis", "Aas").phone("070-555 04 04"));
        var draft = People.named("Vigdis", "Aas").phone("070-555 04 04").details();
        assertThat(Cast.mia().call(() -> duplicates.of(draft, self))).isEmpty();
        assertThat(Cast.otto().call(() -> duplicates.of(draft, null))).isEmpty();
    }

    @Test
    void contactsStayHiddenFromThoseWhoMayNotSeeThem() {
        create(People.named("Hedda", "Frost").phone("070-555 05 05").email("hedda@example.org"));
        var draft = People.named("Hedda", "Frost").details();
        assertThat(Cast.paul().call(() -> duplicates.of(draft, null)))
                .singleElement()
                .satisfies(l -> assertThat(l.customer().email()).isEqualTo("h•••@•••"));
    }

    private UUID create(People person) {
        return Cast.mia().call(() -> customers.create(person.details()).id());
    }

    private List<Likely> likely(People draft) {
        return Cast.mia().call(() -> duplicates.of(draft.details(), null));
    }

    private int score(People draft) {
        return likely(draft).getFirst().score();
    }
}
