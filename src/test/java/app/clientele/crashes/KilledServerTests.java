package app.clientele.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.clientele.ApiClient;
import app.clientele.TestHome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of the whole process tree under load (R1, F1, D12): nothing acknowledged is lost,
 * nothing is there twice, and an import goes on where it stood. {@code -Dclientele.kills} and
 * {@code -Dclientele.import-rows} ask for more of it.
 */
class KilledServerTests {
    private static final int KILLS = Integer.getInteger("clientele.kills", 10);
    private static final int ROWS = Integer.getInteger("clientele.import-rows", 20_000);

    /**
     * How much more work a start may be after a kill, with requests waiting for it, than without
     * either: the bar is 10 s, and a machine whose calm start takes 4 s is the one it is meant for.
     */
    private static final double BACK = 2.5;

    private static Path folder;
    private static RunningServer server;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        folder = TestHome.folder();
        TestHome.copyTo(folder.resolve("home"));
        server = new RunningServer(folder.resolve("home"));
        api = server.train();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        TestHome.delete(folder);
    }

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        var chance = new Random(11);
        var back = new ArrayList<RunningServer.Start>();
        server.kill();
        var calm = server.start();
        try (var load = new Load(api)) {
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = load.count() + 40 + chance.nextInt(120);
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> load.count() >= enough);
                server.kill();
                back.add(server.start());
            }
            var acknowledged = load.end();
            System.out.println(
                    "Killed %d times during %d writes, %d sent again; back after %s, calm start %s"
                            .formatted(KILLS, acknowledged.size(), load.sentAgain(), back, calm));
            assertThat(load.sentAgain()).isPositive();
            assertThat(written()).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
        assertThat(back).allMatch(start -> start.within(BACK, calm));
    }

    private static List<String> written() {
        return server.query(
                "select external_id from customer where import_id is null union all select body from note");
    }

    @Test
    void anImportGoesOnWhereItStood() throws Exception {
        server.kill();
        server.start();
        String people =
                IntStream.range(0, ROWS)
                        .mapToObj(KilledServerTests::person)
                        .collect(Collectors.joining("\n", "Client ID,First Name,Email\n", "\n"));
        var sent = api.upload("/imports", "file", "people.csv", people);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
        String path = "/imports/" + sent.json().get("id").asString();

        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> created(path) > ROWS / 3);
        server.kill();
        server.start();
        assertThat(created(path)).isLessThan(ROWS * 9 / 10);

        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> state(path).equals("done"));
        var told = api.get(path).json();
        int odd = ROWS / 100;
        assertThat(told.get("failed").asInt()).isEqualTo(odd);
        assertThat(told.get("skipped").asInt()).isEqualTo(odd);
        assertThat(told.get("created").asInt()).isEqualTo(ROWS - 2 * odd);
        assertThat(
                        server.query(
                                "select count(*) || ' ' || count(distinct external_id) from customer where external_id like 'row-%'"))
                .containsExactly((ROWS - 2 * odd) + " " + (ROWS - 2 * odd));
        assertThat(server.query("select count(*) || ' ' || count(distinct row) from import_row"))
                .containsExactly(ROWS + " " + ROWS);
    }

    private static int created(String path) {
        return api.get(path + "?limit=1").json().get("created").asInt();
    }

    private static String state(String path) {
        return api.get(path + "?limit=1").json().get("state").asString();
    }

    /** Of a hundred, one has a cell too many, and one stands there a second time. */
    private static String person(int i) {
        return switch (i % 100) {
            case 7 -> "row-%d,Person,p%d@example.com,too,many".formatted(i, i);
            case 21 -> person(i - 1);
            default -> "row-%d,Person%d,p%d@example.com".formatted(i, i, i);
        };
    }
}
