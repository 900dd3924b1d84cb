package app.clientele.imports;

import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.ClienteleTest;
import app.clientele.business.Businesses;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A list of a large business, with the faults large lists have. */
@ClienteleTest
class ImportVolumeTests {
    private static final int ROWS = 20_000;

    @Autowired private Imports imports;
    @Autowired private Businesses businesses;

    @Test
    void takesALargeListWithFaultsInSeconds() {
        Desk desk = Desk.open(imports, businesses);
        String people =
                IntStream.range(0, ROWS)
                        .mapToObj(ImportVolumeTests::person)
                        .collect(Collectors.joining("\n"));
        UUID id = desk.upload("First Name,Last Name,Email,Phone,Birthday,Note\n" + people, SKIP);

        long start = System.nanoTime();
        Import told = desk.start(id, false);

        assertThat(Desk.counts(told)).isEqualTo("19871/0/0/49/80");
        assertThat(desk.count("customer")).isEqualTo(19_871);
        assertThat(desk.column("number", "(select * from customer order by number) c"))
                .startsWith("1001")
                .endsWith("20871");
        assertThat(desk.column("first_name", "(select * from customer order by number) c"))
                .isSortedAccordingTo(Comparator.comparing(n -> Integer.valueOf(n.substring(6))));
        assertThat(desk.count("import_row")).isEqualTo(ROWS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }

    /**
     * Every 250th has commas without quotes; every 500th stands there twice, as does whoever is
     * first of those written beside others.
     */
    private static String person(int i) {
        if (i % 500 == 1 || i % 2000 == 0 && i > 0) {
            return person(i - 1);
        }
        String address = i % 250 == 7 ? "Main St 1, Ltd, Boise, Extra" : "";
        String email = i % 500 == 11 ? "not an address" : "p" + i + "@example.com";
        String birthday = i % 100 == 3 ? "31/02/1990" : "14/03/19" + (50 + i % 49);
        return "Person%d,Number,%s,,%s,Met at the fair%s"
                .formatted(i, email, birthday, address.isEmpty() ? "" : ", " + address);
    }
}
