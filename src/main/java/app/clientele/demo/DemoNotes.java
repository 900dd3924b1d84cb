package app.clientele.demo;

import app.clientele.customers.CustomerDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes as the staff of a business write them, now and then in the customer's language. */
public final class DemoNotes {
    /** How often a note is of which kind. */
    private static final Map<String, Integer> KINDS =
            Map.of("general", 34, "preference", 30, "medical", 14, "allergy", 11, "billing", 11);

    private final Chance chance;
    private final List<String> kinds;
    private final List<String> staff;
    private final Map<String, List<String>> bodies;

    /**
     * A note.
     *
     * @param kind general, allergy, medical, preference or billing
     * @param body with line breaks, lists and emphasis as in Markdown
     * @param author who wrote it, by name
     */
    public record Note(String kind, String body, boolean pinned, String author) {}

    DemoNotes(DemoBusiness business, long seed) {
        DemoFile file = DemoFile.read("notes/" + business.slug() + ".txt");
        this.chance = new Chance(seed);
        this.kinds =
                new TreeMap<>(KINDS)
                        .entrySet().stream()
                                .flatMap(k ->
                                        java.util.Collections.nCopies(k.getValue(), k.getKey())
                                                .stream())
                                .toList();
        this.staff = business.staff().stream().map(DemoBusiness.Colleague::name).toList();
        this.bodies =
                file.sections().stream()
                        .collect(Collectors.toUnmodifiableMap(s -> s, file::section));
    }

    /** The notes on one customer: often none, seldom many, no two the same. */
    public List<Note> about(CustomerDetails customer) {
        if (chance.percent(38)) {
            return List.of();
        }
        int wanted = chance.percent(5) ? chance.between(5, 9) : chance.between(1, 3);
        Map<String, Note> notes = new java.util.LinkedHashMap<>();
        for (int i = 0; i < wanted; i++) {
            Note note = note(customer.language());
            notes.putIfAbsent(note.body(), note);
        }
        return new ArrayList<>(notes.values());
    }

    private Note note(@Nullable String language) {
        String kind = chance.any(kinds);
        List<String> own = bodies.getOrDefault(kind + " " + language, List.of());
        List<String> from =
                !own.isEmpty() && chance.percent(45) ? own : bodies.getOrDefault(kind, own);
        String body =
                chance.any(from)
                        .replace("\\n", "\n")
                        .replace("{staff}", firstName(chance.any(staff)));
        boolean pinned = chance.percent(kind.equals("allergy") || kind.equals("medical") ? 30 : 4);
        return new Note(kind, body, pinned, chance.any(staff));
    }

    private static String firstName(String name) {
        return name.substring(0, name.startsWith("Dr ") ? name.indexOf(' ', 3) : name.indexOf(' '));
    }
}
