package app.clientele.site;

import app.clientele.shared.Invalid;
import java.util.List;
import java.util.Optional;

/**
 * What a module has to say about a command beyond the constraints on its fields. Asked only about a
 * command of which a part could not be read, so that the rest is told in the same answer.
 */
public interface CommandRules {
    /** All that breaks a rule, constraints included; nothing for a command of another module. */
    Optional<List<Invalid.Problem>> problems(Object command);
}
