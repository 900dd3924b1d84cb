package app.clientele.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Staff and branches by name, those included who left or are closed. */
public record Team(List<Colleague> staff, List<Place> branches) {
    /** A member of staff. */
    public record Colleague(UUID id, String name, boolean left) {}

    /** A branch. */
    public record Place(UUID id, String name, boolean closed) {
        static List<Place> of(@Nullable UUID id, @Nullable String name, boolean closed) {
            return id == null || name == null ? List.of() : List.of(new Place(id, name, closed));
        }
    }

    public Optional<Colleague> colleague(@Nullable UUID id) {
        return staff.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    public Optional<Place> branch(@Nullable UUID id) {
        return branches.stream().filter(b -> b.id().equals(id)).findFirst();
    }
}
