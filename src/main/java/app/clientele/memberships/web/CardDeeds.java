package app.clientele.memberships.web;

import app.clientele.memberships.Members;
import app.clientele.memberships.Members.Cancelling;
import app.clientele.memberships.Members.Left;
import app.clientele.memberships.Membership;
import app.clientele.memberships.PlanChanges;
import app.clientele.memberships.PlanChanges.Changed;
import app.clientele.memberships.PlanChanges.Changing;
import app.clientele.sales.CardCharges;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may charge a card: done first, and the gateway is asked once that is committed. */
class CardDeeds {
    private final Members memberships;
    private final PlanChanges plans;
    private final CardCharges cards;

    CardDeeds(Members memberships, PlanChanges plans, CardCharges cards) {
        this.memberships = memberships;
        this.plans = plans;
        this.cards = cards;
    }

    /** Ends one; its fee is charged. */
    Membership cancel(UUID id, Cancelling cancelling) {
        Left left = memberships.cancel(id, cancelling);
        return charged(left.membership(), left.invoice());
    }

    /** Goes on with another plan; its first period is charged when it begins today. */
    Membership change(UUID id, Changing changing) {
        Changed changed = plans.change(id, changing);
        return charged(changed.membership(), changed.invoice());
    }

    private Membership charged(Membership membership, @Nullable UUID invoice) {
        if (invoice == null) {
            return membership;
        }
        cards.proceed(invoice);
        return memberships.get(membership.id());
    }
}
