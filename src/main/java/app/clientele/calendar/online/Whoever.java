package app.clientele.calendar.online;

import app.clientele.business.Business;
import app.clientele.customers.Phones;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Validation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who somebody without an account says they are. */
public interface Whoever {
    @Nullable String firstName();

    @Nullable String lastName();

    @Nullable String email();

    @Nullable String phone();

    @Nullable String language();

    boolean termsAccepted();

    /** What is wrong with a form: the same for whoever is known and whoever is not. */
    default List<Problem> problems(Business business) {
        List<Problem> problems = Validation.problems(this);
        if (business.requireLastName() && lastName() == null) {
            problems.add(new Problem("lastName", "required"));
        }
        String phone = phone();
        if (phone != null && Phones.e164(phone, business.country()) == null) {
            problems.add(new Problem("phone", "phone"));
        }
        if (!termsAccepted()) {
            problems.add(new Problem("termsAccepted", "terms"));
        }
        return problems;
    }
}
