package app.clientele.calendar.online;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.business.BusinessSettings;
import app.clientele.business.Businesses;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers read the public pages in their language, as far as the business offers it. */
@ClienteleTest
class PublicLanguageTests {
    private final Counter counter = Counter.open();
    private final PageClient stranger = PageClient.stranger();
    private final PageClient german = new PageClient(Cast.url(), "; lang=de");

    @BeforeEach
    void languages() {
        Cast.mia()
                .run(() -> {
                    var businesses = Cast.bean(Businesses.class);
                    var now = businesses.current();
                    var settings = now.settings();
                    businesses.change(
                            new BusinessSettings(
                                    settings.name(),
                                    settings.kind(),
                                    settings.country(),
                                    settings.currency(),
                                    settings.zone(),
                                    "en",
                                    List.of("en", "de", "fr", "pl"),
                                    settings.features(),
                                    settings.requireLastName()),
                            now.version());
                });
    }

    @Test
    void whoComesReadsTheirLanguageAsFarAsItIsOffered() {
        String page = Counter.page();
        assertThat(stranger.get(page).body()).contains("lang=\"en\"", "Where?");
        assertThat(stranger.get(page, "de-AT,de;q=0.9,en;q=0.5").body())
                .contains("lang=\"de\"", "Wo?");
        assertThat(stranger.get(page, "nl,fr;q=0.5").body())
                .as("no Dutch here")
                .contains("lang=\"fr\"");
        assertThat(stranger.get(page, "pl,it").body()).as("neither").contains("lang=\"en\"");
        assertThat(german.get(page).body()).as("chosen before").contains("lang=\"de\"");
        assertThat(german.get(page + "?lang=nl").body()).as("not offered").contains("lang=\"de\"");
        assertThat(stranger.get("/book/no-such-place", "es").body())
                .contains("lang=\"es\"", "Aquí no hay nada");
    }

    @Test
    void aChoiceIsKeptAndStandsInTheAddress() {
        Answer french = stranger.get(Counter.page() + "?lang=fr");
        assertThat(french.header("Set-Cookie")).contains("lang=fr", "HttpOnly");
        assertThat(french.body())
                .contains("Où ?", "hreflang=\"de\"", "aria-current=\"true\">Français")
                .contains("branch=" + counter.branch() + "&amp;lang=fr")
                .doesNotContain("Polski");
        Answer sent = counter.bookAt("?lang=fr", counter.stranger(), Counter.at(9));
        assertThat(sent.location()).endsWith("?new=true&lang=fr");
        assertThat(stranger.get(sent.location()).body())
                .contains("Votre rendez-vous est réservé", "/cancel?lang=fr");
    }

    @Test
    void englishHasTheClockOfWhereTheBusinessIs() {
        Answer sent = counter.bookAt("", counter.stranger(), Counter.at(13));
        String mine = sent.location();
        assertThat(stranger.get(mine, "en").body())
                .contains("13:00")
                .doesNotContain("1:00\u202fPM");
        assertThat(stranger.get(mine, "en-US").body()).contains("1:00\u202fPM");
    }

    @Test
    void aNewRecordAndTheLetterAreInTheLanguageThatWasRead() {
        var noor = counter.stranger();
        counter.bookAt("?lang=de", noor, Counter.at(10));
        String customer = counter.customer(noor);
        ApiClient api = counter.api();
        assertThat(api.get("/customers/" + customer).json().path("language").asString())
                .isEqualTo("de");
        var letter = api.get("/customers/" + customer + "/messages").json().at("/items/0");
        assertThat(letter.path("subject").asString()).startsWith("Gebucht: ");
        assertThat(letter.path("text").asString()).contains("?lang=de");
    }

    /** The record's language would tell whoever types an address that there is a record. */
    @Test
    void theLanguageOfARecordShowsToNobodyButItsOwner() {
        var noor = counter.stranger();
        counter.bookAt("?lang=de", noor, Counter.at(11));
        String mine = counter.booked(noor.again(), Counter.at(12));
        assertThat(stranger.get(mine).body()).contains("You are booked");
    }

    @Test
    void noStepIsHalfInEnglish() {
        String page = Counter.page();
        String at = page + "?branch=" + counter.branch();
        String times = at + "&service=" + counter.service() + "&staff=any";
        String noor = counter.booked(counter.stranger(), Counter.at(14));
        for (String step :
                List.of(
                        page,
                        at,
                        times,
                        times + "&start=" + Counter.at(15),
                        times.replace(page, page + "/waitlist"),
                        page + "/waiting/letter",
                        noor,
                        noor + "x",
                        "/book/no-such-place",
                        "/family/no-such-link")) {
            assertThat(english(german.get(step).body())).as(step).isEmpty();
        }
        Answer empty =
                german.post(
                        page,
                        "branchId",
                        counter.branch() + "",
                        "serviceId",
                        counter.service() + "",
                        "startsAt",
                        Counter.at(15) + "");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("Diese Angabe fehlt noch.").doesNotContain("hreflang");
        assertThat(english(empty.body())).isEmpty();
    }

    /** Words of ours that stand there in English, and are not German as well ("Name"). */
    private static Set<String> english(String html) {
        var shown = new TreeSet<String>();
        for (String text : html.split("<[^>]*>")) {
            shown.add(text.strip());
        }
        shown.retainAll(words("messages"));
        shown.removeAll(words("messages_de"));
        shown.remove("Clientele");
        return shown;
    }

    private static Set<String> words(String bundle) {
        var words = new Properties();
        try (var file = Cast.class.getResourceAsStream("/" + bundle + ".properties")) {
            words.load(new InputStreamReader(requireNonNull(file), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.values().stream().map(String::valueOf).collect(Collectors.toSet());
    }
}
