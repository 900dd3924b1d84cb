package app.clientele.imports.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints rows per second; asserts only that memory does not grow with the file. */
class ThroughputTests {
    private static final int ROWS = Integer.getInteger("reading.rows", 200_000);

    @TempDir Path folder;

    @Test
    void readsAMillionRowsAsItReadsAThousand() throws IOException {
        Path list = list();
        long used = 0;
        for (int i = 0; i < 3; i++) {
            long start = cpu();
            SheetFile file = TestFiles.open(list);
            Survey survey = Survey.of(file);
            long surveyed = cpu();
            used = Math.max(used, readAll(file, survey));
            long read = cpu();
            System.out.printf(
                    "of one processor: open and survey %,d rows/s, read %,d rows/s, both %,d rows/s, heap +%d MiB%n",
                    perSecond(surveyed - start),
                    perSecond(read - surveyed),
                    perSecond(read - start),
                    used >> 20);
        }
        assertThat(used).as("bytes held while reading").isLessThan(64L << 20);
    }

    /** Processor time of this thread, which other work on the machine does not change. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long perSecond(long nanos) {
        return ROWS * 1_000_000_000L / nanos;
    }

    private static long readAll(SheetFile file, Survey survey) {
        long before = held();
        long[] most = {0, 0};
        Choices choices = new Choices(DateOrder.DAY_FIRST, TestFiles.TODAY, null);
        try (Stream<ReadRow> rows = new Reading(file, survey, survey.suggested(), choices).rows()) {
            rows.forEach(row -> {
                if (++most[0] == ROWS / 2 || most[0] == ROWS - 1) {
                    most[1] = Math.max(most[1], held() - before);
                }
            });
        }
        assertThat(most[0]).isEqualTo(ROWS);
        return most[1];
    }

    private static long held() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Path list() throws IOException {
        Path list = folder.resolve("list.csv");
        try (Stream<String> fixture = Files.lines(TestFiles.fixture("fresha.csv"));
                BufferedWriter out = Files.newBufferedWriter(list)) {
            out.write(fixture.findFirst().orElseThrow() + "\r\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(
                        "\"%d\",\"Mia\",\"Okafor %d\",\"Mia Okafor %d\",\"No\",\"\",\"Female\",\"4477%08d\",\"\",\"mia%d@example.com\",\"Yes\",\"No\",\"%d Larch Road\",\"\",\"Hackney\",\"London\",\"Greater London\",\"E8 1AA\",\"1990-03-14\",\"2019-05-02\",\"Prefers mornings, likes tea\",\"Walk-in\"\r\n"
                                .formatted(i, i, i, i, i, i));
            }
        }
        return list;
    }
}
