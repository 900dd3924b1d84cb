package app.clientele.ledger;

import app.clientele.database.Sql;
import app.clientele.shared.Invalid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came with a form that was sent before: it is not posted twice. */
@Component
public class Submissions {
    private final Sql sql;

    Submissions(Sql sql) {
        this.sql = sql;
    }

    private record Sent(UUID id, @Nullable UUID customerId, String kind) {}

    /**
     * The entry that came with a form. To be asked under the customer's lock, so that of two sent
     * at once the later sees the first.
     *
     * @throws Invalid when it came to something else
     */
    public @Nullable UUID of(AccountKind kind, UUID customer, @Nullable UUID submission) {
        if (submission == null) {
            return null;
        }
        Sent sent =
                sql.of(
                                """
                                select e.id, e.customer_id, a.kind from ledger_entry e
                                join ledger_account a on a.business_id = :business and a.id = e.account_id
                                where e.business_id = :business and e.submission_id = :submission
                                """)
                        .param("submission", submission)
                        .query(Sent.class)
                        .optional()
                        .orElse(null);
        if (sent == null) {
            return null;
        }
        if (!customer.equals(sent.customerId()) || !kind.wireName().equals(sent.kind())) {
            throw new Invalid("submissionId", "taken");
        }
        return sent.id();
    }
}
