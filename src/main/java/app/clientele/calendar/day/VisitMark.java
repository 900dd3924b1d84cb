package app.clientele.calendar.day;

import app.clientele.site.View;
import java.util.List;
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
     * A word.
     *
     * @param icon a name from {@code src/main/frontend/icons.txt}
     * @param colour its tone: red, yellow, indigo
     */
    record Mark(String icon, String text, String colour) {}
}
