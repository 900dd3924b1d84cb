package app.clientele.customers.notes;

import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where notes stand among each other: a number each, with room between two for a third. */
@Component
class NotePlaces {
    private final Sql sql;

    NotePlaces(Sql sql) {
        this.sql = sql;
    }

    private record Place(UUID id, boolean pinned, double position) {}

    void move(UUID customer, UUID id, @Nullable UUID after) {
        Place moved = place(customer, id);
        Place behind = after == null ? null : place(customer, after);
        double above =
                behind == null || behind.pinned() != moved.pinned()
                        ? Double.NEGATIVE_INFINITY
                        : behind.position();
        Double below = nextBelow(customer, moved, above);
        double position = between(above, below);
        if (below != null && (position <= above || position >= below)) {
            spread(customer);
            move(customer, id, after);
            return;
        }
        set(id, position);
    }

    private Place place(UUID customer, UUID id) {
        return places(customer, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("note"));
    }

    private List<Place> places(UUID customer, List<UUID> ids) {
        return sql.of(
                        """
                        select id, pinned, position from note
                        where business_id = :business and customer_id = :customer and id = any(:ids)
                        order by pinned desc, position, id
                        """)
                .param("customer", customer)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Place.class)
                .list();
    }

    private @Nullable Double nextBelow(UUID customer, Place moved, double above) {
        return sql.of(
                        """
                        select min(position) from note where business_id = :business and customer_id = :customer
                            and id <> :id and pinned = :pinned and position > :above
                        """)
                .param("customer", customer)
                .param("id", moved.id())
                .param("pinned", moved.pinned())
                .param("above", above)
                .query(Double.class)
                .optional()
                .orElse(null);
    }

    private static double between(double above, @Nullable Double below) {
        if (below == null) {
            return Double.isInfinite(above) ? 0 : above + 1;
        }
        return Double.isInfinite(above) ? below - 1 : (above + below) / 2;
    }

    /** Halving a gap forty times uses it up; then all get whole numbers again. */
    private void spread(UUID customer) {
        sql.of(
                        """
                        update note n set position = o.position
                        from (select id, row_number() over (order by position, id) position from note
                              where business_id = :business and customer_id = :customer) o
                        where n.business_id = :business and n.id = o.id
                        """)
                .param("customer", customer)
                .update();
    }

    private void set(UUID id, double position) {
        sql.of(
                        "update note set position = :position, updated_at = now() where business_id = :business and id = :id")
                .param("position", position)
                .param("id", id)
                .update();
    }

    /** Returns whether they now stand as wanted: pinned notes stay above the others. */
    boolean order(UUID customer, List<UUID> wanted) {
        List<Place> places = places(customer, wanted);
        if (places.isEmpty()) {
            throw new NotFound("note");
        }
        List<UUID> present = places.stream().map(Place::id).toList();
        List<UUID> known = wanted.stream().distinct().filter(present::contains).toList();
        List<UUID> possible = pinnedFirst(known, places);
        if (!possible.equals(present)) {
            moved(possible, present)
                    .ifPresentOrElse(
                            id -> move(customer, id, before(possible, id)),
                            () -> permute(possible, present));
        }
        return possible.equals(wanted);
    }

    private static List<UUID> pinnedFirst(List<UUID> wanted, List<Place> places) {
        List<UUID> pinned = places.stream().filter(Place::pinned).map(Place::id).toList();
        return Stream.concat(
                        wanted.stream().filter(pinned::contains),
                        wanted.stream().filter(id -> !pinned.contains(id)))
                .toList();
    }

    /** The one that went elsewhere, when it is only one: then one row tells it. */
    private static Optional<UUID> moved(List<UUID> wanted, List<UUID> present) {
        int first = 0;
        while (wanted.get(first).equals(present.get(first))) {
            first++;
        }
        return Stream.of(wanted.get(first), present.get(first))
                .filter(id -> without(wanted, id).equals(without(present, id)))
                .findFirst();
    }

    private static List<UUID> without(List<UUID> ids, UUID one) {
        List<UUID> rest = new ArrayList<>(ids);
        rest.remove(one);
        return rest;
    }

    private static @Nullable UUID before(List<UUID> ids, UUID id) {
        int at = ids.indexOf(id);
        return at == 0 ? null : ids.get(at - 1);
    }

    /** Each gets the number of the one that stood in its place; pinned and others don't mix. */
    private void permute(List<UUID> wanted, List<UUID> present) {
        sql.of(
                        """
                        update note n set position = o.position, updated_at = now()
                        from (select w.id, p.position from unnest(:wanted, :present) w(id, place)
                              join note p on p.business_id = :business and p.id = w.place) o
                        where n.business_id = :business and n.id = o.id and n.position <> o.position
                        """)
                .param("wanted", wanted.toArray(UUID[]::new))
                .param("present", present.toArray(UUID[]::new))
                .update();
    }
}
