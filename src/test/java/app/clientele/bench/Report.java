package app.clientele.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The one table, and the figures kept beside it to tell how they grow with the data. */
final class Report {
    private static final String ROW =
            "| %-4s | %-30s | %9s | %9s | %8s | %8s | %8s | %4s | %10s | %-26s | %s |%n";

    private final BenchHome home;
    private final Properties small;
    private final Properties kept = new Properties();

    Report(BenchHome home) throws IOException {
        this.home = home;
        this.small = read(file(Size.SMALL));
        System.out.printf(
                "%n%s: %s%n%n",
                home.size().wireName(), home.size().customers.size() + " businesses");
        System.out.printf(
                ROW,
                "",
                "work",
                "a second",
                "ms cpu",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "sql",
                "pgbench",
                "bar",
                "");
        System.out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|---|---|");
    }

    void work(Work work, Figures f, long statements, List<Double> bare) {
        double pgbench = bare.isEmpty() ? 0 : bare.stream().sorted().toList().get(bare.size() / 2);
        boolean keepsUp = pgbench == 0 || f.perSecond() >= 0.35 * pgbench;
        String bar = work.bar().text() + growth(work, f) + (pgbench == 0 ? "" : " ≥ 0.35 pgbench");
        row(
                work.id(),
                work.name(),
                number(f.perSecond(), 0),
                number(f.processor(), 2),
                number(f.median(), 2),
                number(f.p95(), 1),
                number(f.p99(), 1),
                String.valueOf(statements),
                pgbench == 0 ? "" : number(pgbench, 0),
                bar.strip(),
                verdict(work.bar().reached().test(f) && keepsUp, f.failed()));
        kept.setProperty(key(work), String.valueOf(f.median()));
    }

    private static String verdict(boolean reached, long failed) {
        return (reached ? "yes" : "NO") + (failed == 0 ? "" : ", " + failed + " failed");
    }

    /** How the median grew from the small size, where that was measured before. */
    private String growth(Work work, Figures f) {
        String before = small.getProperty(key(work));
        return home.size() == Size.SMALL || before == null
                ? ""
                : " (small × %.1f)".formatted(f.median() / Double.parseDouble(before));
    }

    private static String key(Work work) {
        return (work.id() + "-" + work.name()).replace(' ', '-');
    }

    void line(String id, String name, String value, String bar, boolean reached) {
        row(id, name, value, "", "", "", "", "", "", bar, verdict(reached, 0));
    }

    void missing(Work work, int status) {
        row(
                work.id(),
                work.name(),
                "-",
                "",
                "",
                "",
                "",
                "",
                "",
                work.bar().text(),
                "answers " + status);
    }

    private static void row(Object... cells) {
        System.out.printf(ROW, cells);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    void end() throws IOException {
        try (Writer writer = Files.newBufferedWriter(file(home.size()))) {
            kept.store(writer, null);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static Path file(Size size) {
        return Path.of("target", "bench", size.wireName() + ".figures");
    }
}
