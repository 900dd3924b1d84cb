package app.clientele.customers.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerTags;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.history.Undo.Done;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ClienteleTest
class UndoTests {
    @Autowired private Undo undo;
    @Autowired private Customers customers;
    @Autowired private Notes notes;
    @Autowired private CustomerTags tags;
    @Autowired private Choices choices;
    @Autowired private JsonMapper json;

    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada =
                Cast.mia()
                        .call(() ->
                                customers
                                        .create(
                                                People.named("Ada", "Byron")
                                                        .email("ada@example.org")
                                                        .details())
                                        .id());
    }

    @Test
    void allThatOneDeedChangedComesBackTogether() {
        var before = record().details();
        Done<?> done =
                doing(
                        Cast.mia(),
                        () ->
                                customers.change(
                                        ada,
                                        set(d -> {
                                            d.put("lastName", "Lovelace");
                                            d.put("birthday", "1925-12-10");
                                            d.putArray("emails");
                                            d.putArray("addresses")
                                                    .addObject()
                                                    .put("city", "London");
                                        })));
        assertThat(record().details().addresses()).hasSize(1);
        undo(Cast.mia(), done);
        assertThat(record().details()).isEqualTo(before);
    }

    @Test
    void aDeletedNoteComesBackAsItWas() {
        var note =
                Cast.paul().call(() -> notes.add(ada, new NoteDetails("Latex", "allergy", true)));
        Done<?> done =
                doing(
                        Cast.paul(),
                        () -> {
                            notes.delete(ada, note.id());
                            return true;
                        });
        undo(Cast.paul(), done);
        assertThat(Cast.paul().call(() -> notes.get(ada, note.id()))).isEqualTo(note);
    }

    @Test
    void aTickIsTakenBack() {
        UUID vip = tag("VIP");
        Done<?> done =
                doing(
                        Cast.dora(),
                        () -> {
                            tags.add(ada, vip);
                            return true;
                        });
        assertThat(record().details().tags()).containsExactly("VIP");
        undo(Cast.dora(), done);
        assertThat(record().details().tags()).isEmpty();
    }

    private UUID tag(String name) {
        return Cast.mia()
                .call(() -> choices.add(Choices.Kind.TAG, new Choices.ChoiceDetails(name, null)));
    }

    @Test
    void whoeverDeactivatedMayTakeItBack() {
        Done<?> done =
                doing(
                        Cast.dora(),
                        () -> {
                            customers.deactivate(ada);
                            return true;
                        });
        undo(Cast.dora(), done);
        assertThat(record().deactivatedAt()).isNull();
        assertThat(Cast.mia().pages().get("/customers/" + ada + "/history").body())
                .containsSubsequence(">Taken back into use<", ">Taken out of use<")
                .doesNotContain("Out of use changed");
    }

    @Test
    void nothingChangedIsNothingToUndo() {
        Done<?> done = doing(Cast.mia(), () -> customers.change(ada, UnaryOperator.identity()));
        assertThat(done.change()).isNull();
    }

    @Test
    void onlyTheirOwnDeeds() {
        Done<?> done = doing(Cast.mia(), () -> renamed("Mia’s"));
        assertThatThrownBy(() -> undo(Cast.dora(), done)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> undo(Cast.otto(), done)).isInstanceOf(NotFound.class);
    }

    @Test
    void notWhatSomebodyChangedAgain() {
        Done<?> done = doing(Cast.mia(), () -> renamed("First"));
        Cast.dora().run(() -> renamed("Second"));
        assertThatThrownBy(() -> undo(Cast.mia(), done)).isInstanceOf(Refused.class);
        assertThat(record().details().lastName()).isEqualTo("Second");
    }

    private Customer renamed(String last) {
        return customers.change(ada, set(d -> d.put("lastName", last)));
    }

    private UnaryOperator<CustomerDetails> set(java.util.function.Consumer<ObjectNode> change) {
        return details -> {
            ObjectNode tree = json.valueToTree(details);
            change.accept(tree);
            return json.treeToValue(tree, CustomerDetails.class);
        };
    }

    private <T> Done<T> doing(Cast.Person who, Supplier<T> deed) {
        return who.call(() -> undo.doing(ada, deed));
    }

    private void undo(Cast.Person who, Done<?> done) {
        who.run(() -> undo.undo(Objects.requireNonNull(done.change())));
    }

    private Customer record() {
        return Cast.mia().call(() -> customers.get(List.of(ada)).getFirst());
    }
}
