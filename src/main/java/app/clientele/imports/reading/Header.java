package app.clientele.imports.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The row that names the columns.
 *
 * @param row its number in the file, 0 when the file begins with its first customer
 * @param names one for each column, none blank, none twice
 */
public record Header(int row, List<String> names) {
    static final int ROWS_LOOKED_AT = 10;
    private static final int LONGEST = 80;

    /** The row with the most headers we know; without any, the first row that could be headers. */
    static Header in(List<Line> start) {
        Line best = null;
        long most = 0;
        for (Line line : start) {
            long known = known(line);
            if (known > most) {
                best = line;
                most = known;
            }
        }
        return best != null ? of(best, true) : guessed(start);
    }

    private static Header guessed(List<Line> start) {
        Line first =
                start.stream()
                        .filter(l -> l.problem() == null && filled(l) > 1)
                        .findFirst()
                        .orElse(start.stream().filter(l -> !l.isBlank()).findFirst().orElseThrow());
        boolean data = first.cells().stream().anyMatch(Header::looksLikeData);
        return of(first, !data);
    }

    /**
     * A title such as "Customers" above the table is one cell; a header has company or is all there
     * is.
     */
    private static long known(Line line) {
        if (line.problem() != null || line.cells().stream().anyMatch(Header::looksLikeData)) {
            return 0;
        }
        Format format = Format.of(line.cells());
        Set<String> fields = new HashSet<>();
        for (String cell : line.cells()) {
            String field = cell.length() > LONGEST ? null : format.field(cell);
            if (field != null) {
                fields.add(field + (field.equals("UNKNOWN") ? cell : ""));
            }
        }
        return filled(line) == 1 && line.cells().size() > 1 ? 0 : fields.size();
    }

    private static long filled(Line line) {
        return line.cells().stream().filter(c -> !c.isBlank()).count();
    }

    private static boolean looksLikeData(String cell) {
        return cell.indexOf('@') > 0
                || cell.chars().filter(Character::isDigit).count() > 5
                || Dates.looksLikeDate(cell);
    }

    private static Header of(Line line, boolean names) {
        List<String> labels = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String text = names ? Texts.clean(line.cell(i)).replaceAll("\\s+", " ") : "";
            labels.add(unique(text.isEmpty() ? letters(i) : text, taken));
        }
        return new Header(names ? line.row() : line.row() - 1, List.copyOf(labels));
    }

    private static String unique(String label, Set<String> taken) {
        String name = label;
        for (int n = 2; !taken.add(name); n++) {
            name = label + " (" + n + ")";
        }
        return name;
    }

    /** The name a spreadsheet program gives a column, from 0: A, B, … Z, AA. */
    static String letters(int column) {
        String last = Character.toString('A' + column % 26);
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    static String fingerprint(List<String> names) {
        String all = names.stream().map(Header::essence).collect(Collectors.joining("\n"));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String essence(String name) {
        String key = WordLists.key(name);
        return key.isEmpty() ? name : key;
    }
}
