package app.clientele.customers.duplicates;

import app.clientele.shared.Folded;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What two records have in common, and how much that says for their being one person's. */
record Likeness(Set<Duplicates.Reason> reasons, boolean otherFirstName) {
    /**
     * Compares.
     *
     * @param phone whether they share one
     * @param email whether they share one
     */
    static Likeness of(
            boolean phone,
            boolean email,
            @Nullable String first,
            @Nullable String last,
            @Nullable String otherFirst,
            @Nullable String otherLast) {
        Set<Duplicates.Reason> reasons = EnumSet.noneOf(Duplicates.Reason.class);
        if (phone) {
            reasons.add(Duplicates.Reason.PHONE);
        }
        if (email) {
            reasons.add(Duplicates.Reason.EMAIL);
        }
        boolean sameFirst = same(first, otherFirst);
        boolean sameLast = same(last, otherLast);
        if (sameFirst && sameLast) {
            reasons.add(Duplicates.Reason.NAMES);
        } else if (sameFirst) {
            reasons.add(Duplicates.Reason.FIRST_NAME);
        } else if (sameLast) {
            reasons.add(Duplicates.Reason.LAST_NAME);
        }
        return new Likeness(reasons, differ(first, otherFirst));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        String folded = folded(one);
        return !folded.isEmpty() && folded.equals(folded(other));
    }

    /** Not a slip of the pen: families share addresses, and are not one person. */
    private static boolean differ(@Nullable String one, @Nullable String other) {
        String folded = folded(one);
        String otherFolded = folded(other);
        return !folded.isEmpty()
                && !otherFolded.isEmpty()
                && folded.charAt(0) != otherFolded.charAt(0);
    }

    static String folded(@Nullable String name) {
        return name == null ? "" : Folded.of(name);
    }

    /** From 30 (same phone, as families have) to 100 (same phone and names); 0 proves nothing. */
    int score() {
        boolean phone = reasons.contains(Duplicates.Reason.PHONE);
        boolean names = reasons.contains(Duplicates.Reason.NAMES);
        if (phone && names) {
            return 100;
        }
        if (names) {
            return 80;
        }
        boolean email = reasons.contains(Duplicates.Reason.EMAIL);
        if (email && !otherFirstName || phone && reasons.contains(Duplicates.Reason.FIRST_NAME)) {
            return 75;
        }
        if (email || phone && reasons.contains(Duplicates.Reason.LAST_NAME)) {
            return 40;
        }
        return phone ? 30 : 0;
    }

    List<Duplicates.Reason> told() {
        return List.copyOf(reasons);
    }
}
