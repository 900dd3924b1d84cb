package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.business.Services.Filter;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The catalogue's pages: what they take, and what they say of what they do not. */
@ClienteleTest
class ServicePagesTests {
    private static final String LIST = "/settings/services";

    @Autowired private Services services;

    private Service named(String name) {
        return Cast.mia().call(() -> services.list(Filter.named(name, true))).getFirst();
    }

    private static String[] form(String name, String price, String minutes, int version) {
        String paul = Cast.paul().staff().toString();
        return new String[] {
            "name",
            name,
            "minutes",
            "60",
            "price",
            price,
            "colour",
            "teal",
            "_staff",
            paul,
            "_minutes." + paul,
            minutes,
            "_price." + paul,
            "SEK 1 250,50",
            "_version",
            String.valueOf(version)
        };
    }

    @Test
    void aServiceIsAddedChangedArchivedAndTheArchivingUndone() {
        var pages = Cast.mia().pages();
        Answer wrong = pages.post(LIST + "/new", form("Scrub", "a lot", "2000", 0));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("value=\"Scrub\"", "value=\"a lot\"", "value=\"2000\"")
                .contains("#f-price\"", "#f-performers[0].minutes\"", "At most 1,440.");
        assertThat(pages.post(LIST + "/new", form("Scrub", "1,100", "75", 0)).location())
                .isEqualTo(LIST);
        Service made = named("Scrub");
        assertThat(made.price()).isEqualTo(Money.parse("SEK 1100"));
        assertThat(made.performers().getFirst().price()).isEqualTo(Money.parse("SEK 1250.50"));
        assertThat(pages.get(LIST).body()).contains("Paul Vries (1 h 15 min", "1,100.00");

        String path = LIST + "/" + made.id();
        assertThat(pages.get(path).body()).contains("value=\"1100.00\"", "value=\"1250.50\"");
        assertThat(pages.post(path, form("Scrub 2", "", "", 1)).status()).isEqualTo(303);
        assertThat(named("Scrub 2").price()).isNull();
        Answer late = pages.post(path, form("Scrub 3", "5", "", 1));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("value=\"Scrub 3\"", "Mia Okafor changed this meanwhile");

        assertThat(pages.post(path + "/archiving").status()).isEqualTo(303);
        assertThat(pages.get(LIST).body())
                .contains("Show archived")
                .doesNotContain("Scrub 2</bdi>");
        assertThat(pages.get(LIST + "?archived=true").body()).contains("Scrub 2</bdi>");
        assertThat(pages.post("/undo/catalogue-" + made.id()).status()).isEqualTo(303);
        assertThat(named("Scrub 2").archivedAt()).isNull();
        assertThat(Cast.dora().pages().post(path + "/archiving").status()).isEqualTo(403);
        assertThat(Cast.otto().pages().get(path).status()).isEqualTo(404);
        assertThat(ChangeLog.of(Cast.mia().business(), made.id())).hasSize(4);
    }

    @Test
    void theUsualListIsOfferedAndTaken() {
        var pages = Cast.otto().pages();
        assertThat(pages.get(LIST).body()).contains("Start with a usual list");
        assertThat(pages.get(LIST + "/usual").body()).contains("Hot stone massage · 1 h 15 min");
        Answer taken =
                pages.post(
                        LIST + "/usual",
                        "names[]",
                        "Hot stone massage",
                        "names[]",
                        "Pedicure",
                        "staffIds[]",
                        Cast.otto().staff().toString());
        assertThat(taken.location()).isEqualTo(LIST);
        assertThat(pages.get(LIST).body())
                .contains("Hot stone massage", "On request", "Otto Brandt");
        assertThat(pages.part(LIST + "?q=pedi").body())
                .contains("Pedicure")
                .doesNotContain("Hot stone", "<html");
        assertThat(pages.get("/palette?q=pedic").body()).contains(LIST + "/");
        assertThat(Cast.otto().pages().get(LIST + "?q=nothing").body()).contains("“nothing”");
    }
}
