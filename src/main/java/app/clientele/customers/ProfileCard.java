package app.clientele.customers;

import app.clientele.site.View;
import gg.jte.Content;
import tools.jackson.databind.JsonNode;

/** A card of the profile's overview. */
public interface ProfileCard extends ProfilePart {
    /** In which column it stands. */
    enum Column {
        MAIN,
        SIDE
    }

    Column column();

    /**
     * What it shows; called within one reading transaction.
     *
     * @param glance what its expression answered
     */
    Content show(View view, Profile profile, JsonNode glance);
}
