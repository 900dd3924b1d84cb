package app.clientele.customers.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.customers.list.SavedViews.SavedView;
import app.clientele.customers.list.SavedViews.ViewDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Stale;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists kept under a name. */
@ClienteleTest
class SavedViewsTests {
    @Autowired private SavedViews views;
    @Autowired private ListPreferences preferences;

    private static ViewDetails named(String name, boolean shared) {
        return new ViewDetails(name, "hasEmail=true&sort=newest", shared, true);
    }

    private List<String> seenBy(Cast.Person person) {
        return person.call(() -> views.all().stream().map(SavedView::name).toList());
    }

    @Test
    void keepsOnesOwnToOneselfAndSharesTheOthers() {
        Cast.dora().run(() -> views.add(named("Mine", false)));
        Cast.dora().run(() -> views.add(named("Ours", true)));
        assertThat(seenBy(Cast.dora())).contains("Mine", "Ours");
        assertThat(seenBy(Cast.paul())).contains("Ours").doesNotContain("Mine");
        assertThat(seenBy(Cast.otto())).isEmpty();
    }

    @Test
    void isChangedByItsMakerAndWhoeverEditsTheLists() {
        UUID id = Cast.dora().call(() -> views.add(named("Before", true)));
        Cast.paul()
                .run(() ->
                        assertThatThrownBy(() -> views.change(id, named("His", true), 1))
                                .isInstanceOf(NotAllowed.class));
        Cast.otto()
                .run(() -> assertThatThrownBy(() -> views.delete(id)).isInstanceOf(NotFound.class));
        Cast.mia().run(() -> views.change(id, named("After", true), 1));
        assertThat(Cast.dora().call(() -> views.get(id)).name()).isEqualTo("After");
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .contains("update by Mia Okafor: name=Before");
    }

    @Test
    void isNotOverwrittenUnseen() {
        UUID id = Cast.dora().call(() -> views.add(named("Twice", true)));
        Cast.mia().run(() -> views.change(id, named("Hers", true), 1));
        Cast.dora()
                .run(() ->
                        assertThatThrownBy(() -> views.change(id, named("Mine", true), 1))
                                .isInstanceOfSatisfying(
                                        Stale.class,
                                        e ->
                                                assertThat(e.clashes())
                                                        .extracting(
                                                                Stale.Clash::field,
                                                                Stale.Clash::theirs,
                                                                Stale.Clash::by)
                                                        .contains(
                                                                tuple(
                                                                        "name",
                                                                        "Hers",
                                                                        "Mia Okafor"))));
        assertThat(Cast.dora().call(() -> views.get(id)).name()).isEqualTo("Hers");
    }

    @Test
    void comesBackAfterADeletionByMistake() {
        UUID id = Cast.dora().call(() -> views.add(named("Lost", false)));
        Cast.dora().run(() -> views.delete(id));
        assertThat(seenBy(Cast.dora())).doesNotContain("Lost");
        Cast.dora().run(() -> views.bringBack(id));
        assertThat(seenBy(Cast.dora())).contains("Lost");
    }

    @Test
    void refusesWhatIsNoList() {
        Cast.mia()
                .run(() -> {
                    for (String query : List.of("tga=VIP", "cursor=x", "sort=random")) {
                        var view = new ViewDetails("X", query, false, true);
                        assertThatThrownBy(() -> views.add(view)).isInstanceOf(Invalid.class);
                    }
                    assertThatThrownBy(() -> views.add(new ViewDetails(null, "", false, true)))
                            .isInstanceOf(Invalid.class);
                });
    }

    @Test
    void remembersColumnsAndDensityOfEachColleague() {
        Cast.dora()
                .run(() ->
                        preferences.keep(
                                List.of(ListColumn.NUMBER, ListColumn.PHONE),
                                List.of(),
                                "compact"));
        assertThat(Cast.dora().call(preferences::columns))
                .containsExactly(ListColumn.PHONE, ListColumn.NUMBER);
        assertThat(Cast.paul().call(preferences::columns)).isEqualTo(ListColumn.USUAL);
        Cast.dora().run(() -> preferences.keep(List.of(), List.of(), "roomy"));
        assertThat(Cast.dora().call(preferences::columns)).isEmpty();
        Cast.dora()
                .run(() ->
                        assertThatThrownBy(() -> preferences.keep(List.of(), List.of(), "tiny"))
                                .isInstanceOf(Invalid.class));
    }
}
