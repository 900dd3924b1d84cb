package app.clientele.customers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody being erased, by all that they are or were known by, for finding what names them where
 * no id does: a search somebody kept, a row of a file.
 *
 * @param ids of the record and of those once merged into it, its own first
 * @param names whole ones, in lower case
 * @param words parts of names, in lower case
 * @param codes e-mail addresses and ids elsewhere, in lower case
 * @param phones their last digits
 */
public record ErasedPerson(
        List<UUID> ids,
        Set<String> names,
        Set<String> words,
        Set<String> codes,
        Set<String> phones) {
    /** Fewer digits than these are no phone. */
    public static final int SHORTEST_PHONE = 6;

    /** Whichever country code it was written with, or without. */
    public static final int TELLING_DIGITS = 8;

    public UUID id() {
        return ids.getFirst();
    }

    /** Whether the cells of one row are about them: a contact, or the whole name. */
    public boolean isIn(Collection<String> cells) {
        List<String> texts = cells.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
        return texts.stream().anyMatch(text -> hasContact(text) || names.contains(text))
                || names.stream()
                        .anyMatch(name ->
                                name.contains(" ")
                                        && Stream.of(name.split(" ")).allMatch(texts::contains));
    }

    private boolean hasContact(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return codes.stream().anyMatch(text::contains)
                || phones.stream().anyMatch(digits::contains);
    }

    /** Whether a list's query names them: by a contact, or searching for their name. */
    public boolean isNamedBy(String query) {
        return Stream.of(query.split("&"))
                .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8))
                .map(pair -> pair.substring(pair.indexOf('=') + 1).strip())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value ->
                        hasContact(value) || names.contains(value) || words.contains(value));
    }

    /** Patterns for {@code like} by which a text in lower case is theirs. */
    public String[] patterns() {
        return Stream.of(
                        codes.stream(),
                        names.stream(),
                        names.stream().filter(n -> n.contains(" ")).map(n -> cells(n)),
                        ids.stream().map(UUID::toString))
                .flatMap(s -> s)
                .map(text -> "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .collect(Collectors.toSet())
                .toArray(String[]::new);
    }

    /** The parts of a name in neighbouring cells, as a row in JSON has them. */
    private static String cells(String name) {
        return name.replace(" ", "\", \"");
    }

    /** The same for the digits of a text. */
    public String[] phonePatterns() {
        return phones.stream().map(p -> "%" + p + "%").toArray(String[]::new);
    }
}
