package app.clientele.site;

import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Rows of a form that are filled as needed: some are always blank, and those that say nothing are
 * left out when they are sent.
 *
 * @param name of the list, such as {@code items}
 * @param fields of each row
 * @param most how many there may be
 */
public record FormRows(String name, List<String> fields, int most) {
    private static final int SPARE = 3;

    /** Such as {@code items[2].visits}. */
    public String field(int row, String field) {
        return name + "[" + row + "]." + field;
    }

    /** How many to show: those that say something, and some to add more. */
    public int shown(Typed typed) {
        int filled = 0;
        while (filled < most && !isBlank(typed, filled)) {
            filled++;
        }
        return Math.min(most, filled + SPARE);
    }

    private boolean isBlank(Typed typed, int row) {
        return fields.stream()
                .map(f -> typed.value(field(row, f)))
                .allMatch(v -> v == null || v.isBlank());
    }

    /** The same with all rows that say something first. */
    public Typed packed(Typed typed) {
        MultiValueMap<String, String> packed = new LinkedMultiValueMap<>(typed.fields());
        packed.keySet().removeIf(f -> f.startsWith(name + "["));
        int to = 0;
        for (int row = 0; row < most; row++) {
            if (!isBlank(typed, row)) {
                for (String field : fields) {
                    packed.set(field(to, field), typed.value(field(row, field)));
                }
                to++;
            }
        }
        return new Typed(packed);
    }
}
