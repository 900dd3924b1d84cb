package app.clientele.customers.choices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.choices.Choices.Choice;
import app.clientele.customers.choices.Choices.ChoiceDetails;
import app.clientele.customers.choices.Choices.Kind;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists a business edits. */
@ClienteleTest
class ChoiceTests {
    @Autowired private Choices choices;

    @Test
    void aBusinessBeginsWithUsefulLists() {
        assertThat(names(Cast.otto(), Kind.STATUS))
                .containsExactly("Prospect", "Active", "Inactive");
        assertThat(names(Cast.otto(), Kind.GENDER)).hasSize(3);
        assertThat(names(Cast.otto(), Kind.REFERRAL_METHOD)).hasSize(5);
        assertThat(names(Cast.otto(), Kind.TAG)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEntryIsAddedRenamedRemovedAndOnRecord(Kind kind) {
        UUID id = add(kind, "Fleeting " + kind);
        var renamed = new ChoiceDetails("Lasting " + kind, "teal");
        Cast.mia().run(() -> choices.change(kind, id, renamed, 1));
        assertThat(get(kind, id).details()).isEqualTo(renamed);
        Cast.mia().run(() -> choices.delete(kind, id));
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .containsExactly(
                        "insert by Mia Okafor",
                        "update by Mia Okafor: name=Fleeting " + kind + ", colour=grey",
                        "delete by Mia Okafor");
    }

    @Test
    void anArchivedEntryIsOfferedNoMoreAndComesBack() {
        UUID id = add(Kind.TAG, "Seasonal");
        Cast.mia().run(() -> choices.archive(Kind.TAG, id, true));
        assertThat(names(Cast.mia(), Kind.TAG)).doesNotContain("Seasonal");
        assertThat(code(new ChoiceDetails("seasonal", null))).isEqualTo("taken_archived");
        Cast.mia().run(() -> choices.archive(Kind.TAG, id, false));
        assertThat(names(Cast.mia(), Kind.TAG)).contains("Seasonal");
        assertThat(code(new ChoiceDetails("SEASONAL", null))).isEqualTo("taken");
    }

    @Test
    void whatCustomersHaveIsArchivedNotDeleted() {
        UUID tag = add(Kind.TAG, "Loved");
        UUID status = add(Kind.STATUS, "Special");
        UUID method = add(Kind.REFERRAL_METHOD, "Radio");
        UUID customer = customer(status, method);
        TestDatabase.ownerClient()
                .sql(
                        "insert into customer_tag (business_id, id, customer_id, tag_id) values (:b, gen_random_uuid(), :c, :t)")
                .param("b", Cast.mia().business())
                .param("c", customer)
                .param("t", tag)
                .update();
        assertThat(Cast.mia().call(() -> choices.uses(Kind.TAG))).containsEntry(tag, 1);
        assertThat(Cast.mia().call(() -> choices.uses(Kind.STATUS))).containsEntry(status, 1);
        assertRefused(Kind.TAG, tag);
        assertRefused(Kind.STATUS, status);
        assertRefused(Kind.REFERRAL_METHOD, method);
    }

    private void assertRefused(Kind kind, UUID id) {
        assertThatThrownBy(() -> Cast.mia().run(() -> choices.delete(kind, id)))
                .isInstanceOf(Refused.class)
                .hasMessage("choice_in_use");
        assertThat(get(kind, id).archived()).isFalse();
    }

    private static UUID customer(UUID status, UUID method) {
        Customers customers = Cast.bean(Customers.class);
        var ada = People.named("Ada", null).details();
        UUID id = Cast.mia().call(() -> customers.create(ada)).id();
        TestDatabase.ownerClient()
                .sql("update customer set status_id = :s, referral_method_id = :m where id = :id")
                .param("s", status)
                .param("m", method)
                .param("id", id)
                .update();
        return id;
    }

    @Test
    void theOrderIsTheirs() {
        UUID a = add(Kind.GENDER, "A");
        UUID b = add(Kind.GENDER, "B");
        UUID c = add(Kind.GENDER, "C");
        Cast.mia().run(() -> choices.order(Kind.GENDER, List.of(c, a)));
        assertThat(names(Cast.mia(), Kind.GENDER)).startsWith("C", "A").endsWith("B");
        Cast.mia().run(() -> choices.move(Kind.GENDER, a, -1));
        assertThat(names(Cast.mia(), Kind.GENDER)).startsWith("A", "C");
        Cast.mia().run(() -> choices.move(Kind.GENDER, a, -1));
        assertThat(names(Cast.mia(), Kind.GENDER)).startsWith("A", "C");
        Cast.mia().run(() -> choices.move(Kind.GENDER, b, 1));
        assertThat(names(Cast.mia(), Kind.GENDER)).endsWith("B");
        Cast.otto().run(() -> choices.order(Kind.GENDER, List.of(b, a)));
        assertThat(names(Cast.mia(), Kind.GENDER)).startsWith("A", "C").endsWith("B");
    }

    @Test
    void whatIsWrongIsTold() {
        assertThat(code(new ChoiceDetails(null, null))).isEqualTo("required");
        assertThat(code(new ChoiceDetails("x".repeat(61), null))).isEqualTo("too_long");
        assertThat(code(new ChoiceDetails("Loud", "neon"))).isEqualTo("choice");
        assertThat(code(new ChoiceDetails("4111 1111 1111 1111", null))).isEqualTo("card_number");
    }

    @Test
    void aStaleChangeIsRefusedAndForeignOnesAreNotFound() {
        UUID id = add(Kind.TAG, "Contested");
        Cast.mona().run(() -> choices.change(Kind.TAG, id, new ChoiceDetails("Won", "red"), 1));
        assertThatThrownBy(() ->
                        Cast.mia()
                                .run(() ->
                                        choices.change(
                                                Kind.TAG, id, new ChoiceDetails("Lost", "red"), 1)))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> Cast.otto().call(() -> choices.get(Kind.TAG, id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Cast.mia().call(() -> choices.get(Kind.STATUS, id)))
                .isInstanceOf(NotFound.class);
    }

    private String code(ChoiceDetails details) {
        try {
            Cast.mia().call(() -> choices.add(Kind.TAG, details));
            return "";
        } catch (Invalid e) {
            return e.problems().getFirst().code();
        }
    }

    private UUID add(Kind kind, String name) {
        return Cast.mia().call(() -> choices.add(kind, new ChoiceDetails(name, null)));
    }

    private Choice get(Kind kind, UUID id) {
        return Cast.mia().call(() -> choices.get(kind, id));
    }

    private List<String> names(Cast.Person who, Kind kind) {
        return who.call(() -> choices.all(kind, false)).stream().map(Choice::name).toList();
    }
}
