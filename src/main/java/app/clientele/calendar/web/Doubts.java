package app.clientele.calendar.web;

import app.clientele.shared.Refused;
import app.clientele.shared.Refused.Reason;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stood in the way of a booking and may be set aside by whoever stands at the desk: the form
 * asks for it once it matters, and goes on asking.
 *
 * @param hours whether the time lies outside of somebody's hours
 * @param overlap whether the customer is elsewhere at that time
 */
public record Doubts(boolean hours, boolean overlap) {
    private static final Set<String> HOURS =
            Set.of("branch_closed", "staff_not_working", "staff_away");
    private static final String OVERLAP = "customer_double_booked";

    static Doubts of(Typed typed) {
        return new Doubts(
                typed.value("outsideHours") != null, typed.value("overlapReason") != null);
    }

    Doubts and(Refused refused) {
        return new Doubts(
                hours || names(refused, HOURS), overlap || names(refused, Set.of(OVERLAP)));
    }

    private static boolean names(Refused refused, Set<String> codes) {
        return refused.reasons().stream().anyMatch(r -> codes.contains(r.code()));
    }

    /** The reasons in words, each where it can be answered. */
    static FormErrors errors(View view, Refused refused) {
        Map<String, String> byField =
                refused.reasons().stream()
                        .collect(
                                Collectors.toMap(
                                        Doubts::field,
                                        view::reason,
                                        (one, other) -> one + " " + other,
                                        LinkedHashMap::new));
        return new FormErrors(byField);
    }

    private static String field(Reason reason) {
        return switch (reason.code()) {
            case OVERLAP -> "overlapReason";
            case "double_booked" -> "time";
            case "service_disliked" -> "serviceId";
            case "staff_barred", "not_performed" -> "staffId";
            default -> HOURS.contains(reason.code()) ? "outsideHours" : "";
        };
    }
}
