package app.clientele.imports.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Files to read in tests. */
final class TestFiles {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 14);

    static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages", Locale.ROOT);

    private TestFiles() {}

    static Path fixture(String name) {
        return Path.of("src/test/resources/imports", name);
    }

    static Path text(Path folder, String text) {
        return text(folder, text, StandardCharsets.UTF_8);
    }

    static Path text(Path folder, String text, Charset charset) {
        return bytes(folder, text.getBytes(charset));
    }

    static Path bytes(Path folder, byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "list", ".csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SheetFile open(Path path) {
        try {
            return SheetFile.open(path, Limits.STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Line> lines(Path path) {
        try (Stream<Line> lines = open(path).lines()) {
            return lines.toList();
        }
    }

    static List<List<String>> cells(Path path) {
        return lines(path).stream().map(Line::cells).toList();
    }

    static List<ReadRow> read(Path path) {
        SheetFile file = open(path);
        Survey survey = Survey.of(file);
        DateOrder order = survey.dates(survey.suggested(), DateOrder.DAY_FIRST).order();
        Choices choices = new Choices(order, TODAY, TODAY);
        try (Stream<ReadRow> rows = new Reading(file, survey, survey.suggested(), choices).rows()) {
            return rows.toList();
        }
    }

    static List<ReadCustomer> customers(Path path) {
        return read(path).stream().map(ReadRow::customer).filter(c -> c != null).toList();
    }
}
