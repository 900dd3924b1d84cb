package app.clientele.calendar.day;

import app.clientele.site.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that waits for somebody to do it. Its expression may use {@code :branch}, whose day it
 * is, and {@code :day}.
 */
public interface DayTask extends DayPart {
    /**
     * What there is to do; nothing where nobody waits.
     *
     * @param glance what its expression answered
     */
    Optional<Task> tell(View view, JsonNode glance);

    /**
     * What stands on the page.
     *
     * @param count how many wait; more than there are people named
     * @param path where all of them are; absent where there is no such page
     */
    record Task(
            String icon, String title, long count, @Nullable String path, List<Person> people) {}

    /** A customer it is about, with a word on why. */
    record Person(UUID id, String name, @Nullable String why, String path) {}
}
