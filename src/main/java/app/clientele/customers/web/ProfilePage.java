package app.clientele.customers.web;

import app.clientele.customers.HeaderFact.Figure;
import app.clientele.site.Tab;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a profile shows.
 *
 * @param current the panel that is open
 */
public record ProfilePage(Head head, List<Tab> tabs, String current, @Nullable Content panel) {
    /**
     * What stands above the tabs.
     *
     * @param statuses those one may choose, with the present one
     * @param warnings what nobody may overlook
     */
    public record Head(Shown shown, List<Status> statuses, List<Warning> warnings) {
        /** The colour of the present status. */
        public String statusColour() {
            String colour = shown.customer().statusColour();
            return colour == null ? "grey" : colour;
        }
    }

    /** A status of the business's list. */
    public record Status(String name, String colour) {}

    /** A note on an allergy or a condition, cut where it is long. */
    public record Warning(String kind, String text) {
        /** The beginning of it, for the bar that stays. */
        public String excerpt() {
            return NoteList.excerpt(text);
        }
    }

    /** A figure with its title. */
    public record Tile(String title, Figure figure) {}
}
