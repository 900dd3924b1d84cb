package app.clientele.imports.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Text with a separator. */
record CsvFile(Path path, Charset charset, char separator, boolean declaresSeparator, Limits limits)
        implements SheetFile {
    private static final int MARK = '\uFEFF';

    static CsvFile of(Path path, Limits limits) throws IOException {
        Charset charset = Charsets.of(path);
        try (BufferedReader text = new BufferedReader(open(path, charset))) {
            Separator separator = Separator.of(text, limits);
            return new CsvFile(path, charset, separator.character(), separator.declared(), limits);
        }
    }

    @Override
    public Stream<Line> lines() {
        try {
            CsvLines lines = new CsvLines(open(path, charset), separator, limits);
            Stream<Line> all = stream(lines).onClose(lines::close);
            return declaresSeparator ? all.skip(1) : all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean longRowsAreShifted() {
        return true;
    }

    private static Reader open(Path path, Charset charset) throws IOException {
        BufferedReader text =
                new BufferedReader(
                        new InputStreamReader(Files.newInputStream(path), charset), 1 << 15);
        text.mark(1);
        if (text.read() != MARK) {
            text.reset();
        }
        return text;
    }

    static Stream<Line> stream(Iterator<Line> lines) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        lines, Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }
}
