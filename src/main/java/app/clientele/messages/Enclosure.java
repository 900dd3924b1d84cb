package app.clientele.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a letter brings along, named by where it can be made again.
 *
 * @param kind of paper, as its {@link EnclosedPaper} calls itself
 * @param id of what it is made of
 * @param fileName such as {@code 1-00042.pdf}
 * @param masked how a secret of it stands in the letter's text, to be put right for whoever may see
 *     it
 */
public record Enclosure(String kind, UUID id, String fileName, @Nullable String masked) {}
