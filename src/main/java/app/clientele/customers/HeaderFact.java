package app.clientele.customers;

import app.clientele.site.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A figure at the head of the profile, such as the last visit or the balance owed. */
public interface HeaderFact extends ProfilePart {
    String titleKey();

    /**
     * The figure in the viewer's words, or nothing where there is none to tell.
     *
     * @param glance what its expression answered
     */
    Optional<Figure> tell(View view, Profile profile, JsonNode glance);

    /**
     * What stands in the tile.
     *
     * @param hint a second line in small print
     */
    record Figure(String value, @Nullable String hint) {}
}
