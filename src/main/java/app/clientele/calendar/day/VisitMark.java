package app.clientele.calendar.day;

import app.clientele.site.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one should know about somebody before they stand there. Its expression is over {@code c},
 * the row of {@code customer}, and {@code a}, that of {@code appointment}; the day is {@code :day}.
 */
public interface VisitMark extends DayPart {
    /**
     * The words beside the name; none where there is nothing to say.
     *
     * @param glance what its expression answered
     */
    List<Mark> marks(View view, JsonNode glance);

    /**
     * What one does about it from the day's list; nothing unless the module has something.
     *
     * @param glance what its expression answered
     */
    default @Nullable Deed deed(View view, DayVisit visit, JsonNode glance) {
        return null;
    }

    /**
     * A button that sends one field.
     *
     * @param path where to
     */
    record Deed(String icon, String text, String path, String field, String value) {}

    /**
     * A word.
     *
     * @param icon a name from {@code src/main/frontend/icons.txt}
     * @param colour its tone: red, yellow, indigo
     */
    record Mark(String icon, String text, String colour) {}
}
