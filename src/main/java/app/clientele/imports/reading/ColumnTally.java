package app.clientele.imports.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was seen in one column so far. */
final class ColumnTally {
    private static final int SAMPLES = 5;
    private static final int SAMPLE_LENGTH = 80;

    private final Set<String> samples = new LinkedHashSet<>();
    private int filled;
    private int dayFirst;
    private int monthFirst;
    private int open;
    private @Nullable String example;

    void add(String cell) {
        String text = Texts.clean(cell);
        if (Words.isEmptyName(text)) {
            return;
        }
        filled++;
        if (samples.size() < SAMPLES) {
            samples.add(shortened(text));
        }
        DateOrder.Evidence evidence = Dates.evidence(text);
        dayFirst += evidence.dayFirst();
        monthFirst += evidence.monthFirst();
        open += evidence.open();
        example = example == null ? evidence.example() : example;
    }

    private static String shortened(String text) {
        if (text.length() <= SAMPLE_LENGTH) {
            return text;
        }
        return text.substring(
                        0, text.offsetByCodePoints(0, text.codePointCount(0, SAMPLE_LENGTH) - 1))
                + "…";
    }

    List<String> samples() {
        return List.copyOf(samples);
    }

    Survey.Column column(String header) {
        return new Survey.Column(
                header,
                samples(),
                filled,
                new DateOrder.Evidence(dayFirst, monthFirst, open, example));
    }
}
