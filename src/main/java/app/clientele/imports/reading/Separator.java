package app.clientele.imports.reading;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands between the cells of a line.
 *
 * @param declared by a first line such as {@code sep=;}, which is then no row of the table
 */
record Separator(char character, boolean declared) {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE = 64 << 10;
    private static final int ROWS = 50;

    static Separator of(Reader text, Limits limits) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        for (int n = 0; n >= 0 && length < SAMPLE; length += Math.max(n, 0)) {
            n = text.read(sample, length, SAMPLE - length);
        }
        String start = new String(sample, 0, length);
        if (start.regionMatches(true, 0, "sep=", 0, 4) && start.length() > 4) {
            return new Separator(start.charAt(4), true);
        }
        return new Separator(best(start, limits), false);
    }

    private static char best(String sample, Limits limits) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(sample, candidate, limits);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /**
     * Many rows of one and the same width speak for a separator; a wide but uneven split speaks
     * less.
     */
    private static long score(String sample, char separator, Limits limits) {
        Map<Integer, Integer> rowsByWidth = new HashMap<>();
        for (Line line : rows(sample, separator, limits)) {
            if (line.problem() == null && line.cells().size() > 1) {
                rowsByWidth.merge(line.cells().size(), 1, Integer::sum);
            }
        }
        return rowsByWidth.entrySet().stream()
                .mapToLong(e -> (long) e.getValue() * e.getValue() * (9 + Math.min(e.getKey(), 40)))
                .max()
                .orElse(0);
    }

    private static List<Line> rows(String sample, char separator, Limits limits) {
        List<Line> rows = new ArrayList<>();
        try (CsvLines lines = new CsvLines(new StringReader(sample), separator, limits)) {
            while (rows.size() < ROWS && lines.hasNext()) {
                rows.add(lines.next());
            }
        }
        return rows;
    }
}
