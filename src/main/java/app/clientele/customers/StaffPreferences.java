package app.clientele.customers;

import app.clientele.customers.Team.Colleague;
import app.clientele.customers.Team.Place;
import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom customers like to be served by and whom never: what whoever books for them must know. Both
 * are details of the record, and changed as such.
 */
@Service
public class StaffPreferences {
    private final Sql sql;
    private final StaffLists lists;

    StaffPreferences(Sql sql, StaffLists lists) {
        this.sql = sql;
        this.lists = lists;
    }

    /**
     * What one customer prefers.
     *
     * @param preferred the favourite first; those who left are among them
     * @param barred never to be told the customer
     */
    public record Preference(List<UUID> preferred, List<Barred> barred) {
        public boolean isBarred(UUID staff) {
            return barred.stream().anyMatch(b -> b.staffId().equals(staff));
        }
    }

    /** A member of staff with whom a customer must not be booked. */
    public record Barred(UUID staffId, String reason) {}

    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Preference of(UUID customer) {
        return sql.of(
                        "select preferred_staff, barred_staff from customer where business_id = :business and id = :id")
                .param("id", customer)
                .query((row, number) ->
                        new Preference(
                                lists.preferred(row.getString("preferred_staff")),
                                lists.barred(row.getString("barred_staff")).stream()
                                        .map(b ->
                                                new Barred(
                                                        Objects.requireNonNull(b.staffId()),
                                                        Objects.requireNonNull(b.reason())))
                                        .toList()))
                .optional()
                .orElseThrow(() -> new NotFound("customer"));
    }

    /** Everybody and every branch one may choose, those in use first. */
    @Open("colleagues know each other's names and where they work")
    @Transactional(readOnly = true)
    public Team team() {
        return new Team(
                sql.of(
                                """
                                select id, name, deactivated_at is not null "left" from staff where business_id = :business
                                order by deactivated_at is not null, name, id limit 5000
                                """)
                        .query(Colleague.class)
                        .list(),
                sql.of(
                                """
                                select id, name, archived_at is not null closed from branch where business_id = :business
                                order by archived_at is not null, position, name, id limit 2000
                                """)
                        .query(Place.class)
                        .list());
    }
}
