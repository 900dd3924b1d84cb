package app.clientele.households;

import app.clientele.shared.Birthday;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side of a link as rights are decided by: what somebody may do about a customer.
 *
 * @param relation what they are to the customer
 * @param how the way the link was agreed to
 * @param answered the day it was
 * @param born the customer's birthday
 * @param granted what is written down; what holds may be less, or more
 * @param outOfUse whether either record is out of use
 */
record Side(
        Relation relation,
        Agreement agreement,
        @Nullable String how,
        @Nullable LocalDate answered,
        @Nullable Birthday born,
        Rights granted,
        boolean outOfUse) {
    static final int OF_AGE = 18;

    static boolean isMinor(@Nullable Birthday born, LocalDate day) {
        return born != null && born.age(day).map(age -> age < OF_AGE).orElse(false);
    }

    /** Whether they see the customer's appointments for that is a child of theirs. */
    boolean seesChild(LocalDate today) {
        return relation.answersForChildren() && isMinor(born, today);
    }

    /** Whether others agreed for the customer, who has grown up since and was not asked. */
    boolean cameOfAge(LocalDate today) {
        return "child".equals(how)
                && answered != null
                && isMinor(born, answered)
                && !isMinor(born, today);
    }

    /** Why they may do nothing at all, if so. */
    List<String> against(LocalDate today) {
        if (agreement != Agreement.AGREED) {
            return List.of(agreement == Agreement.PENDING ? "not_agreed" : "declined");
        }
        if (outOfUse) {
            return List.of("out_of_use");
        }
        return cameOfAge(today) ? List.of("came_of_age") : List.of();
    }

    FamilyRights.Answer may(Right right, LocalDate today) {
        List<String> against = against(today);
        if (!against.isEmpty()) {
            return new FamilyRights.Answer(false, against);
        }
        if (right == Right.VIEW && seesChild(today)) {
            return new FamilyRights.Answer(true, List.of("child"));
        }
        boolean granted = this.granted.has(right);
        return new FamilyRights.Answer(granted, List.of(granted ? "granted" : "not_granted"));
    }

    /** What holds on this day. */
    Rights holding(LocalDate today) {
        Set<Right> holding = EnumSet.allOf(Right.class);
        holding.removeIf(right -> !may(right, today).allowed());
        return Rights.of(holding);
    }
}
