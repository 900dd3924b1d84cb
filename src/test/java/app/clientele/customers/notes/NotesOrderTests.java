package app.clientele.customers.notes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.ForAll;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.notes.Notes.NoteDetails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class NotesOrderTests {
    @Autowired private Notes notes;
    @Autowired private Customers customers;

    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada = Cast.mia().call(() -> customers.create(People.named("Ada", null).details()).id());
    }

    @Test
    void oneThatMovesIsOneLineInTheLog() {
        UUID c = add("c", false);
        UUID b = add("b", false);
        UUID a = add("a", false);
        assertThat(order(List.of(c, a, b))).isTrue();
        assertThat(bodies()).containsExactly("c", "a", "b");
        assertThat(ChangeLog.of(Cast.mia().business(), c)).hasSize(2);
        assertThat(ChangeLog.of(Cast.mia().business(), a)).hasSize(1);
        assertThat(ChangeLog.of(Cast.mia().business(), b)).hasSize(1);
    }

    @Test
    void anyOrderCanBeHad() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(add("note " + i, false));
        }
        ForAll.forAll(
                12,
                random -> {
                    List<UUID> shuffled = new ArrayList<>(ids);
                    Collections.shuffle(shuffled, new Random(random.nextLong()));
                    return shuffled;
                },
                wanted -> {
                    assertThat(order(wanted)).isTrue();
                    assertThat(ids()).isEqualTo(wanted);
                });
    }

    @Test
    void pinnedNotesStayAbove() {
        UUID plain = add("plain", false);
        UUID pinned = add("pinned", true);
        UUID other = add("other", false);
        assertThat(order(List.of(plain, pinned, other))).isFalse();
        assertThat(ids()).containsExactly(pinned, plain, other);
    }

    @Test
    void behindTheLastPinnedOneMeansOnTopOfTheOthers() {
        UUID last = add("last", false);
        UUID first = add("first", false);
        UUID pinned = add("pinned", true);
        Cast.mia().run(() -> notes.move(ada, last, pinned));
        assertThat(ids()).containsExactly(pinned, last, first);
    }

    @Test
    void aGapIsNeverUsedUp() {
        UUID c = add("c", false);
        UUID b = add("b", false);
        UUID a = add("a", false);
        for (int i = 0; i < 120; i++) {
            UUID moved = i % 2 == 0 ? c : b;
            Cast.mia().run(() -> notes.move(ada, moved, a));
        }
        assertThat(ids()).containsExactly(a, b, c);
    }

    @Test
    void notesOfOthersAreLeftAlone() {
        UUID mine = add("mine", false);
        UUID bo = Cast.mia().call(() -> customers.create(People.named("Bo", null).details()).id());
        UUID foreign = Cast.mia().call(() -> notes.add(bo, new NoteDetails("x", null, false)).id());
        assertThat(order(List.of(foreign, mine))).isFalse();
        assertThat(ids()).containsExactly(mine);
    }

    private UUID add(String body, boolean pinned) {
        return Cast.mia().call(() -> notes.add(ada, new NoteDetails(body, null, pinned)).id());
    }

    private boolean order(List<UUID> wanted) {
        return Cast.mia().call(() -> notes.order(ada, wanted));
    }

    private List<UUID> ids() {
        return all().stream().map(Notes.Note::id).toList();
    }

    private List<String> bodies() {
        return all().stream().map(Notes.Note::body).toList();
    }

    private List<Notes.Note> all() {
        return Cast.mia().call(() -> notes.of(ada, null, 50)).items();
    }
}
