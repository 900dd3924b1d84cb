package app.clientele.calendar.availability;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What was found for the parts of a visit.
 *
 * @param performs who takes how long for which part, by colleague and place of the part
 */
record VisitSheet(Sheet sheet, Map<UUID, Map<Integer, Effort>> performs) {
    /** Minutes of a part with one colleague, and those kept free around it. */
    record Effort(int minutes, int before, int after) {}

    /**
     * @param told such as {@code 1 45 0 5,2 30 0 0}: part, minutes, before, after
     */
    static VisitSheet of(Sheet sheet, Map<UUID, String> told) {
        Map<UUID, Map<Integer, Effort>> performs = new HashMap<>();
        told.forEach((staff, parts) -> performs.put(staff, efforts(parts)));
        return new VisitSheet(sheet, performs);
    }

    private static Map<Integer, Effort> efforts(String told) {
        Map<Integer, Effort> efforts = new HashMap<>();
        for (String part : told.split(",")) {
            String[] numbers = part.split(" ");
            efforts.put(
                    Integer.parseInt(numbers[0]) - 1,
                    new Effort(
                            Integer.parseInt(numbers[1]),
                            Integer.parseInt(numbers[2]),
                            Integer.parseInt(numbers[3])));
        }
        return efforts;
    }
}
