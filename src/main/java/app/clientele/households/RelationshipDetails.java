package app.clientele.households;

import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What one may say of a link.
 *
 * @param relation what the relative is to the customer
 * @param words for a relation of one's own naming, what the relative is
 * @param theirWords for such a relation, what the customer is
 * @param rights what the relative may do about the customer
 * @param theirRights what the customer may do about the relative
 */
public record RelationshipDetails(
        @NotNull @Nullable Relation relation,
        @Line(max = 60) @Nullable String words,
        @Line(max = 60) @Nullable String theirWords,
        Rights rights,
        Rights theirRights) {
    public RelationshipDetails {
        rights = rights == null ? Rights.NONE : rights;
        theirRights = theirRights == null ? Rights.NONE : theirRights;
    }

    void check() {
        Validation.check(this);
        if (relation == Relation.OTHER && (words == null || words.isBlank())) {
            throw new Invalid("words", "required");
        }
        if (relation == Relation.PET && !rights.isNone()) {
            throw new Invalid("rights", "rights_of_pet");
        }
        if (relation == Relation.OWNER && !theirRights.isNone()) {
            throw new Invalid("theirRights", "rights_of_pet");
        }
    }

    /** Words are for a relation that has no name of its own. */
    @Nullable String own() {
        return relation == Relation.OTHER ? words : null;
    }

    @Nullable String theirOwn() {
        return relation == Relation.OTHER ? theirWords : null;
    }
}
