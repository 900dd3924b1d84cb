package app.clientele.calendar.waitlist;

import app.clientele.business.Business;
import app.clientele.calendar.online.Whoever;
import app.clientele.shared.EmailAddress;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Line;
import app.clientele.shared.OneOf;
import app.clientele.shared.OneOf.Known;
import app.clientele.shared.Prose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without an account waits for, and who they say they are.
 *
 * @param submissionId the same when the same form is sent again
 */
public record OnlineJoining(
        @NotNull @Nullable UUID branchId,
        @NotNull @Nullable UUID serviceId,
        @Nullable UUID staffId,
        @NotNull @Nullable LocalDate from,
        @NotNull @Nullable LocalDate to,
        @Size(max = 7) @Nullable List<@NotNull @Min(1) @Max(7) Integer> weekdays,
        @Nullable LocalTime earliest,
        @Nullable LocalTime latest,
        @Prose(max = 2000) @Nullable String note,
        @NotNull @Line(max = 100) @Nullable String firstName,
        @Line(max = 100) @Nullable String lastName,
        @NotNull @EmailAddress @Size(max = 200) @Nullable String email,
        @NotNull @Line(max = 50) @Nullable String phone,
        boolean termsAccepted,
        @OneOf(known = Known.LANGUAGE) @Nullable String language,
        @NotNull @Nullable UUID submissionId)
        implements Whoever {
    WaitlistWish wish() {
        return new WaitlistWish(
                branchId, serviceId, staffId, from, to, weekdays, earliest, latest, note);
    }

    /** Says all that is wrong with it at once. */
    void check(Business business, LocalDate today) {
        List<Problem> problems = problems(business);
        problems.addAll(wish().dates(today));
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
