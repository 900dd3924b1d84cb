package app.clientele.calendar.online;

import app.clientele.business.Business;
import app.clientele.shared.EmailAddress;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Line;
import app.clientele.shared.OneOf;
import app.clientele.shared.OneOf.Known;
import app.clientele.shared.Prose;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without an account would have booked, and who they say they are.
 *
 * @param staffId with anybody when absent
 * @param termsAccepted whether they accept the business's terms; nobody books without
 * @param language in which to write to them; that of the business when absent
 * @param submissionId the same when the same form is sent again
 */
public record Wanted(
        @NotNull @Nullable UUID branchId,
        @NotNull @Nullable UUID serviceId,
        @Nullable UUID staffId,
        @NotNull @Nullable Instant startsAt,
        @NotNull @Line(max = 100) @Nullable String firstName,
        @Line(max = 100) @Nullable String lastName,
        @NotNull @EmailAddress @Size(max = 200) @Nullable String email,
        @NotNull @Line(max = 50) @Nullable String phone,
        @Prose(max = 2000) @Nullable String note,
        boolean termsAccepted,
        @OneOf(known = Known.LANGUAGE) @Nullable String language,
        @NotNull @Nullable UUID submissionId)
        implements Whoever {
    /** Says all that is wrong with it at once. */
    void check(Business business) {
        List<Problem> problems = problems(business);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
