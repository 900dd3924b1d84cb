package app.clientele.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.clientele.TestDatabase;
import app.clientele.business.Businesses;
import app.clientele.business.SetUp;
import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.imports.Imports.Options;
import app.clientele.shared.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A business of its own, with nobody in it yet, where lists are taken in. */
record Desk(Imports imports, UUID business) {
    static Desk open(Imports imports, Businesses businesses) {
        String name = "desk-" + UUID.randomUUID().toString().substring(0, 13);
        SetUp setUp =
                new SetUp(
                        "Desk",
                        "spa",
                        "SE",
                        "SEK",
                        "Europe/Stockholm",
                        "en",
                        "Ida Berg",
                        name + "@example.com",
                        "correct horse battery");
        return new Desk(imports, businesses.add(setUp, name));
    }

    <T> T call(Supplier<T> work) {
        return Caller.application(business, Caller.Door.JOB).call(work);
    }

    void run(Runnable work) {
        Caller.application(business, Caller.Door.JOB).run(work);
    }

    UUID upload(Path file, OnDuplicate onDuplicate) {
        try {
            return upload(Files.readAllBytes(file), file.getFileName().toString(), onDuplicate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID upload(String text, OnDuplicate onDuplicate) {
        return upload(text.getBytes(StandardCharsets.UTF_8), "list.csv", onDuplicate);
    }

    private UUID upload(byte[] content, String name, OnDuplicate onDuplicate) {
        Options options = new Options(onDuplicate, null, null);
        return call(() -> imports.upload(new ByteArrayInputStream(content), name, options).id());
    }

    Import start(UUID id, boolean dryRun) {
        run(() -> imports.start(id, dryRun));
        return ended(id);
    }

    Import take(String text, OnDuplicate onDuplicate) {
        return start(upload(text, onDuplicate), false);
    }

    Import undo(UUID id) {
        run(() -> imports.undo(id));
        return ended(id);
    }

    Import ended(UUID id) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> call(() -> imports.get(id)), i -> !i.state().isBusy());
    }

    /** {@code created/updated/unchanged/skipped/failed}. */
    static String counts(Import told) {
        assertThat(told.problem()).isNull();
        return String.join(
                "/",
                List.of(
                                told.created(),
                                told.updated(),
                                told.unchanged(),
                                told.skipped(),
                                told.failed())
                        .stream()
                        .map(String::valueOf)
                        .toList());
    }

    /** What one column of one table holds for this business. */
    List<String> column(String column, String table) {
        return TestDatabase.ownerClient()
                .sql("select " + column + " from " + table + " where business_id = :business")
                .param("business", business)
                .query(String.class)
                .list();
    }

    int count(String table) {
        return column("1", table).size();
    }
}
