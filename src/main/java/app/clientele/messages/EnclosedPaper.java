package app.clientele.messages;

import app.clientele.shared.Permission;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes one kind of papers that letters bring along, whenever one is looked at or sent. Every
 * module may have some, as beans.
 */
public interface EnclosedPaper {
    /** Its name in the outbox. */
    String kind();

    /** Who may see it besides whoever it is sent to. */
    Permission permission();

    /** The paper as a PDF; nothing when it is not to be had any more. */
    Optional<byte[]> print(UUID id, Locale language);

    /** What stands masked in the letter. */
    default Optional<String> secret(UUID id) {
        return Optional.empty();
    }
}
