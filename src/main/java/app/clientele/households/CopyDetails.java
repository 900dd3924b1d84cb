package app.clientele.households;

import app.clientele.shared.EmailAddress;
import app.clientele.shared.Invalid;
import app.clientele.shared.Validation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who else is to get somebody's appointment messages: a customer or an e-mail address. */
public record CopyDetails(@Nullable UUID customerId, @EmailAddress @Nullable String address) {
    public CopyDetails {
        address = address == null || address.isBlank() ? null : address.strip();
    }

    void check() {
        Validation.check(this);
        if (customerId == null && address == null) {
            throw new Invalid("address", "required");
        }
        if (customerId != null && address != null) {
            throw new Invalid("address", "either_customer_or_address");
        }
    }
}
