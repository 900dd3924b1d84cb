package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Objection;
import app.clientele.calendar.rules.Terms;
import app.clientele.calendar.rules.Verdict;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Weight;
import app.clientele.calendar.rules.Wish;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether a customer may be booked. */
@RestController
@Tag(name = "Booking rules")
@Requires(Permission.APPOINTMENT_VIEW)
class MayBookApi {
    private final MayBook mayBook;

    MayBookApi(MayBook mayBook) {
        this.mayBook = mayBook;
    }

    /**
     * The answer.
     *
     * @param terms how long it takes and what it costs this customer
     */
    record Answer(boolean allowed, List<Told> reasons, Terms terms) {}

    /**
     * One reason.
     *
     * @param silent whether the customer is not to hear of it
     */
    record Told(String code, String message, Weight weight, boolean silent) {}

    /**
     * Whether a service may be booked for them at the desk, or by them online, with all reasons.
     */
    @GetMapping("/api/v1/customers/{customer}/may-book")
    Answer decide(
            View view,
            @PathVariable UUID customer,
            @RequestParam UUID serviceId,
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable UUID staffId,
            @RequestParam(required = false) @Nullable Instant startsAt,
            @RequestParam(defaultValue = "desk") Way way) {
        Verdict verdict =
                mayBook.decide(new Wish(customer, serviceId, branchId, staffId, startsAt, way));
        return new Answer(
                verdict.allowed(),
                verdict.objections().stream().map(o -> told(view, o)).toList(),
                verdict.terms());
    }

    private static Told told(View view, Objection objection) {
        String words = BookingWords.objection(view, objection);
        return new Told(objection.code(), words, objection.weight(), objection.silent());
    }
}
