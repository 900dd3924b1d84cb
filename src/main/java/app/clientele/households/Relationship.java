package app.clientele.households;

import app.clientele.shared.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link between two customers, seen from one of them.
 *
 * @param relation what the relative is to the customer
 * @param words for a relation of one's own naming
 * @param theirWords what the customer is to the relative, for such a relation
 * @param answeredHow child or pet (nobody was asked), in_person or link
 * @param answeredBy who noted it down
 * @param rights what the relative may do about the customer, once agreed
 * @param theirRights what the customer may do about the relative, once agreed
 * @param holding what of {@code rights} holds today
 * @param theirHolding what of {@code theirRights} holds today
 */
public record Relationship(
        UUID id,
        UUID customerId,
        Relative relative,
        Relation relation,
        @Nullable String words,
        @Nullable String theirWords,
        Agreement agreement,
        @Nullable Instant answeredAt,
        @Nullable String answeredHow,
        @Nullable String answeredBy,
        Rights rights,
        Rights theirRights,
        Rights holding,
        Rights theirHolding,
        @Nullable Invitation invitation,
        int version)
        implements Versioned {
    /**
     * The other one.
     *
     * @param age in years, where the year of birth is known
     * @param child whether they are known to be under 18
     * @param cameOfAge whether they were linked as a child, have grown up and were not asked since
     */
    public record Relative(
            UUID id,
            String name,
            @Nullable String photoUrl,
            @Nullable Integer age,
            boolean child,
            boolean cameOfAge,
            boolean outOfUse,
            boolean reachable) {}

    /**
     * An invitation by e-mail.
     *
     * @param toRelative whether the relative was asked; else the customer was, from the other's
     *     side
     * @param expired whether its link no longer works
     * @param messageId the message that carries the link
     */
    public record Invitation(
            boolean toRelative,
            Instant sentAt,
            Instant expiresAt,
            boolean expired,
            int times,
            @Nullable UUID messageId) {}

    /** What may be changed about it. */
    public RelationshipDetails details() {
        return new RelationshipDetails(relation, words, theirWords, rights, theirRights);
    }

    /** Whether somebody still has to be asked. */
    public boolean pending() {
        return agreement == Agreement.PENDING;
    }
}
