package app.clientele.households;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made; as {@link RelationshipDetails}, with whom.
 *
 * @param inPerson whether the relative, or whoever speaks for them, was asked and agreed
 */
public record NewRelationship(
        @NotNull @Nullable UUID relativeId,
        @NotNull @Nullable Relation relation,
        @Nullable String words,
        @Nullable String theirWords,
        @Nullable Rights rights,
        @Nullable Rights theirRights,
        boolean inPerson) {
    RelationshipDetails details() {
        return new RelationshipDetails(
                relation,
                words,
                theirWords,
                rights == null ? Rights.NONE : rights,
                theirRights == null ? Rights.NONE : theirRights);
    }
}
