package app.clientele.households;

import app.clientele.shared.Open;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one place that says what somebody may do about another customer, and why. */
@Service
public class FamilyRights {
    private final RelationshipRows rows;
    private final Today today;

    FamilyRights(RelationshipRows rows, Today today) {
        this.rows = rows;
        this.today = today;
    }

    /**
     * Whether, and why; the words of a reason stand under {@code family.why.<code>}.
     *
     * @param reasons self, child or granted where allowed; else not_linked, not_agreed, declined,
     *     out_of_use, came_of_age or not_granted
     */
    public record Answer(boolean allowed, List<String> reasons) {}

    /**
     * Whether {@code other} may do something about {@code customer}.
     *
     * @param customer whose appointments, card or messages it is about
     */
    @Open("asked by whatever acts for somebody, which asks for its own permission")
    @Transactional(readOnly = true)
    public Answer may(UUID customer, UUID other, Right right) {
        if (customer.equals(other)) {
            return new Answer(true, List.of("self"));
        }
        return rows.side(customer, other)
                .map(side -> side.may(right, today.day()))
                .orElseGet(() -> new Answer(false, List.of("not_linked")));
    }
}
