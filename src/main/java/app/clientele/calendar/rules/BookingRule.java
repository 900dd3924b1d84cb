package app.clientele.calendar.rules;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something that may stand against a booking. Every module may have some, as beans; all of them ask
 * in one statement.
 */
public interface BookingRule {
    /**
     * What it needs to know, as one scalar expression of SQL over {@code c}, the row of {@code
     * customer}, and {@code w}, the wish: {@code service}, {@code branch}, {@code staff}, {@code
     * starts}, {@code online}, and {@code now} and {@code today} where the business is; what is not
     * settled is null. Tables in it are asked with {@code business_id = :business}.
     */
    String asks();

    /**
     * What stands against the wish.
     *
     * @param answer what the expression answered, as JSON
     */
    List<Objection> judge(Wish wish, JsonNode answer);
}
