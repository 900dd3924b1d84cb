package app.clientele.memberships.web;

import app.clientele.memberships.Members;
import app.clientele.memberships.Members.Cancelling;
import app.clientele.memberships.Members.Left;
import app.clientele.memberships.Membership;
import app.clientele.sales.CardCharges;
import java.util.UUID;

/** Ends memberships, and asks the gateway for the fee once that is committed. */
class LeavingCharge {
    private final Members memberships;
    private final CardCharges cards;

    LeavingCharge(Members memberships, CardCharges cards) {
        this.memberships = memberships;
        this.cards = cards;
    }

    Membership cancel(UUID id, Cancelling cancelling) {
        Left left = memberships.cancel(id, cancelling);
        if (left.invoice() == null) {
            return left.membership();
        }
        cards.proceed(left.invoice());
        return memberships.get(id);
    }
}
