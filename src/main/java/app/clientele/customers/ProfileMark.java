package app.clientele.customers;

import app.clientele.site.View;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A word at the head of the profile about what one should know before one does anything. */
public interface ProfileMark extends ProfilePart {
    /**
     * The word, where there is something to say.
     *
     * @param glance what its expression answered
     */
    Optional<Mark> mark(View view, JsonNode glance);

    /**
     * What stands there.
     *
     * @param colour its tone: yellow, red
     * @param why in a few words, if it was said
     * @param below where on the profile more is told; with a slash before it, on which tab
     */
    record Mark(String icon, String text, String colour, @Nullable String why, String below) {}
}
