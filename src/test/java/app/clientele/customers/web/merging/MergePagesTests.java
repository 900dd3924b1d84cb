package app.clientele.customers.web.merging;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.Photos;
import app.clientele.customers.Picture;
import app.clientele.customers.Pictures;
import app.clientele.customers.merging.Merge;
import app.clientele.customers.merging.Merges;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClienteleTest
class MergePagesTests {
    private static final Pattern FLASH = Pattern.compile("flash=([\\w-]+)");

    @Autowired private Merges merges;
    @Autowired private Customers customers;
    @Autowired private Photos photos;

    private UUID kept = new UUID(0, 0);
    private UUID gone = new UUID(0, 1);
    private UUID third = new UUID(0, 2);

    @BeforeEach
    void three() {
        kept = create("Maria");
        gone = create("Marya");
        third = create("Mariana");
    }

    private UUID create(String first) {
        var details =
                CustomerDetails.of(d -> {
                    d.firstName = first;
                    d.lastName = "Lopes";
                });
        return Cast.mia().call(() -> customers.create(details).id());
    }

    private List<Merge> merge(UUID... from) {
        return Cast.mona().call(() -> merges.merge(kept, List.of(from), Map.of()));
    }

    private static Answer page(Merge merge) {
        return Cast.mona().pages().get("/customers/merges/" + merge.id());
    }

    private static Answer undo(Merge merge) {
        return Cast.mona().pages().post("/undo/merge-" + merge.id());
    }

    private static String toast(Answer answer) {
        var flash = FLASH.matcher(Objects.requireNonNull(answer.header("Set-Cookie")));
        assertThat(flash.find()).isTrue();
        return new String(Base64.getUrlDecoder().decode(flash.group(1)), StandardCharsets.UTF_8);
    }

    @Test
    void twoPhotosAreSeenAndChosenBetween() {
        for (UUID id : List.of(kept, gone)) {
            byte[] picture = Pictures.plain("png", 20, 20, Color.ORANGE);
            Cast.mia().run(() -> photos.set(id, Picture.read(new ByteArrayInputStream(picture))));
        }
        String page =
                Cast.mona()
                        .pages()
                        .get("/customers/merge?id=" + kept + "&id=" + gone + "&into=" + kept)
                        .body();
        for (UUID id : List.of(kept, gone)) {
            assertThat(page)
                    .containsPattern(
                            "name=\"choice.photo\" value=\""
                                    + id
                                    + "\"[^>]*><span[^>]*>\\s*<img[^>]*/customers/"
                                    + id
                                    + "/photo/");
        }
    }

    @Test
    void thoseMadeTogetherAreTakenBackTogether() {
        List<Merge> done = merge(gone, third);
        assertThat(page(done.getFirst()).body())
                .contains("Merged together with Mariana Lopes", "Take the merge back");
        Answer undone = undo(done.getFirst());
        assertThat(undone.header("Location")).isEqualTo("/customers/" + kept);
        assertThat(toast(undone)).contains("merge.undone", "Marya Lopes, Mariana Lopes");
        assertThat(page(done.getLast()).body()).doesNotContain("Take the merge back");
    }

    @Test
    void theRestIsTakenBackWhereOneWas() {
        List<Merge> done = merge(gone, third);
        Cast.mona().run(() -> merges.undo(done.getLast().id()));
        assertThat(page(done.getFirst()).body()).doesNotContain("Merged together");
        assertThat(toast(undo(done.getFirst()))).contains("Marya Lopes").doesNotContain("Mariana");
    }

    @Test
    void leadsToTheMergeThatIsToBeTakenBackFirst() {
        Merge first = merge(gone).getFirst();
        Merge later = merge(third).getFirst();
        assertThat(page(first).body())
                .contains("merged into this record later: Mariana Lopes")
                .contains("/customers/merges/" + later.id())
                .doesNotContain("Take the merge back");
        assertThat(undo(first).status()).isEqualTo(409);
        assertThat(undo(later).status()).isEqualTo(303);
        assertThat(undo(first).status()).isEqualTo(303);
    }

    @Test
    void anAdditionGoesOnAtTheOtherRecordAndSaysSo() {
        merge(gone);
        Answer sent =
                Cast.dora()
                        .pages()
                        .post("/customers/" + gone + "/notes", "body", "Hi", "kind", "general");
        assertThat(sent.status()).isEqualTo(307);
        assertThat(sent.header("Location")).isEqualTo("/customers/" + kept + "/notes");
        assertThat(toast(sent)).contains("profile.merged.lead", "Marya Lopes");
    }

    @Test
    void whatMightHitTheWrongOneIsNotDone() {
        merge(gone);
        for (String deed : List.of("deactivate", "reactivate", "status", "photo/remove", "lock")) {
            Answer refused =
                    Cast.mia()
                            .pages()
                            .post("/customers/" + gone + "/" + deed, "status", "", "reason", "Why");
            assertThat(refused.status()).as(deed).isEqualTo(409);
            assertThat(refused.body())
                    .contains("Marya Lopes", "is part of another record by now")
                    .contains("href=\"/customers/" + kept + "\"");
        }
        assertThat(Cast.mia().call(() -> customers.get(kept)))
                .extracting("deactivatedAt", "lock")
                .containsOnlyNulls();
    }
}
