package app.clientele.customers.web;

import app.clientele.customers.HeaderFact.Figure;
import app.clientele.customers.ProfileAction;
import app.clientele.customers.ProfileMark.Mark;
import app.clientele.customers.notes.Alert;
import app.clientele.site.Tab;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a profile shows.
 *
 * @param current the tab that is open: a panel, or several that stand together
 * @param parts those that stand together under it, if they do
 * @param part the panel that is open
 */
public record ProfilePage(
        Head head,
        List<Tab> tabs,
        String current,
        List<Tab> parts,
        String part,
        @Nullable Content panel) {
    /**
     * What stands above the tabs.
     *
     * @param statuses those one may choose, with the present one
     * @param alerts the active ones, red before yellow
     * @param forgottenOn when the rule for people not seen for long will begin to erase them, if it
     *     will
     * @param actions what may be done for them
     * @param copied whether the viewer may take a copy of all of it
     * @param marks what other modules have to say before anything is done
     */
    public record Head(
            Shown shown,
            List<Status> statuses,
            List<Alert> alerts,
            @Nullable LocalDate forgottenOn,
            List<Mark> marks,
            List<ProfileAction> actions,
            boolean copied) {
        /** What opens as a dialog. */
        public List<ProfileAction> dialogs() {
            return actions.stream().filter(a -> !a.posted()).toList();
        }

        public List<ProfileAction> posts() {
            return actions.stream().filter(ProfileAction::posted).toList();
        }

        /** Those the viewer has yet to read. */
        public List<Alert> asking() {
            return alerts.stream().filter(Alert::asks).toList();
        }

        public List<Alert> quiet() {
            return alerts.stream().filter(a -> !a.asks()).toList();
        }

        /** The colour of the present status. */
        public String statusColour() {
            String colour = shown.customer().statusColour();
            return colour == null ? "grey" : colour;
        }
    }

    /** A status of the business's list. */
    public record Status(String name, String colour) {}

    /** A figure with its title. */
    public record Tile(String title, Figure figure) {}
}
