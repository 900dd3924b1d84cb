package app.clientele.customers.search;

import app.clientele.database.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Corrects words against those that the business's customers are called by. */
@Component
class Spellings {
    private static final int SHORTEST = 3;
    private static final int CANDIDATES = 60;
    private static final int PER_WORD = 4;
    private static final int MOST = 12;

    private final Sql sql;

    Spellings(Sql sql) {
        this.sql = sql;
    }

    /** What may have been meant, the nearest first; nothing when a word is like no name at all. */
    List<String> of(List<String> words) {
        List<String> spellings = List.of("");
        for (String word : words) {
            List<String> likely = likely(word);
            spellings =
                    spellings.stream()
                            .flatMap(s -> likely.stream().map(l -> s.isEmpty() ? l : s + " " + l))
                            .limit(MOST)
                            .toList();
        }
        return spellings;
    }

    /** The word itself when a name begins with it, then the names it is like. */
    private List<String> likely(String word) {
        if (word.length() < SHORTEST) {
            return List.of(word);
        }
        List<String> found = new ArrayList<>(beginsAName(word) ? List.of(word) : List.of());
        int far = word.length() < 6 ? 1 : 2;
        like(word).stream()
                .filter(candidate -> !candidate.equals(word) && distance(word, candidate) <= far)
                .sorted(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .limit(PER_WORD)
                .forEach(found::add);
        return found;
    }

    private boolean beginsAName(String word) {
        return sql.of(
                        """
                        select exists (select from name_word where business_id = :business and word >= :word and word < :after)
                        """)
                .param("word", word)
                .param("after", CustomerSearch.after(word))
                .query(Boolean.class)
                .single();
    }

    private List<String> like(String word) {
        return sql.of("select words_like(:word, :most) where :business is not null")
                .param("word", word)
                .param("most", CANDIDATES)
                .query(String.class)
                .list();
    }

    /** Letters to change, add, leave out or swap with their neighbour. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }
}
