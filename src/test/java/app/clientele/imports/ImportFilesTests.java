package app.clientele.imports;

import static app.clientele.customers.batch.CustomerBatch.OnDuplicate.SKIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.business.Businesses;
import app.clientele.shared.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Uploaded lists stay as long as they are of use, and no longer. */
@ClienteleTest
class ImportFilesTests {
    private static final String LIST = "First name,Email\nMia,mia@example.com\n";

    @Autowired private Imports imports;
    @Autowired private ImportFiles files;
    @Autowired private Businesses businesses;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(imports, businesses);
    }

    private void breakOff(UUID id, int lastRow) {
        TestDatabase.ownerClient()
                .sql(
                        "update import_batch set state = 'failed', problem = 'imports.broken_off', dry_run = false, last_row = :row where id = :id")
                .param("row", lastRow)
                .param("id", id)
                .update();
    }

    @Test
    void whatBrokeOffGoesOnAndItsFileGoesInTheEnd() {
        UUID id = desk.upload(LIST + "Bob,bob@example.com\n", SKIP);
        breakOff(id, 2);

        Import told = desk.start(id, false);

        assertThat(told.state()).isEqualTo(Import.State.DONE);
        assertThat(desk.column("first_name", "customer")).containsExactly("Bob");
        await().untilAsserted(() -> assertThat(files.path(id)).doesNotExist());
        assertThatThrownBy(() -> desk.start(id, false)).isInstanceOf(Refused.class);
    }

    @Test
    void whatBrokeOffMayBeTakenBackAndItsFileGoes() {
        UUID id = desk.upload(LIST, SKIP);
        breakOff(id, 1);

        assertThat(desk.undo(id).state()).isEqualTo(Import.State.UNDONE);
        await().untilAsserted(() -> assertThat(files.path(id)).doesNotExist());
    }

    @Test
    void whatBrokeOffMayBeDiscardedAsFarAsItWent() {
        UUID id = desk.upload(LIST + "Bob,bob@example.com\n", SKIP);
        desk.start(id, false);
        breakOff(id, 2);

        assertThat(desk.call(() -> imports.discard(id))).isFalse();

        assertThat(desk.ended(id).state()).isEqualTo(Import.State.UNDONE);
        assertThat(desk.ended(id).removed()).isEqualTo(2);
        assertThat(desk.count("customer")).isZero();
        await().untilAsserted(() -> assertThat(files.path(id)).doesNotExist());
        assertThatThrownBy(() -> desk.call(() -> imports.discard(id))).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsUnderWayMayBeStoppedAndTakenBack() {
        UUID id = desk.upload(many(6_000), SKIP);
        desk.run(() -> imports.start(id, false));

        await().pollInterval(Duration.ofMillis(5)).until(() -> desk.count("customer") > 0);
        assertThat(desk.call(() -> imports.get(id)).state()).isEqualTo(Import.State.RUNNING);
        Import told = desk.undo(id);

        assertThat(told.state()).isEqualTo(Import.State.UNDONE);
        assertThat(told.problem()).isNull();
        assertThat(told.removed()).isEqualTo(told.created()).isBetween(1, 5_999);
        assertThat(desk.count("customer")).isZero();
        await().untilAsserted(() -> assertThat(files.path(id)).doesNotExist());
    }

    private static String many(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "Mia" + i + ",mia" + i + "@example.com\n")
                .collect(Collectors.joining("", "First name,Email\n", ""));
    }

    @Test
    void aListNobodyTookInGoesAfterAMonth() throws IOException {
        UUID fresh = desk.upload(LIST, SKIP);
        UUID old = desk.upload(LIST, SKIP);
        desk.start(old, true);
        Files.setLastModifiedTime(
                files.path(old), FileTime.from(Instant.now().minus(Duration.ofDays(31))));

        files.forgetOld();

        assertThat(files.path(old)).doesNotExist();
        assertThat(files.path(fresh)).exists();
        assertThatThrownBy(() -> desk.start(old, false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("import_file_gone");
        assertThatThrownBy(() -> desk.call(() -> imports.look(old))).isInstanceOf(Refused.class);
        desk.run(() -> imports.discard(old));
    }
}
