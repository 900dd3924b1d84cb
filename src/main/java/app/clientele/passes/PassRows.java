package app.clientele.passes;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes as rows. */
@Component
class PassRows {
    private static final String SELECT =
            """
            select p.*, nullif(coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)), '') customer, l.name lost_by_name,
                   w.name created_by_name
            from pass p
            join customer c on c.business_id = :business and c.id = p.customer_id
            left join actor l on l.business_id = :business and l.id = p.lost_by
            left join actor w on w.business_id = :business and w.id = p.created_by
            where p.business_id = :business\
            """;

    private final Sql sql;

    PassRows(Sql sql) {
        this.sql = sql;
    }

    /** Those in use first, then the latest. */
    List<Pass> of(UUID customer) {
        return sql.of(
                        SELECT
                                + " and p.customer_id = :customer order by p.state <> 'live', p.id desc limit 200")
                .param("customer", customer)
                .query(PassRows::pass)
                .list();
    }

    Optional<Pass> find(UUID customer, UUID id) {
        return sql.of(SELECT + " and p.customer_id = :customer and p.id = :id")
                .param("customer", customer)
                .param("id", id)
                .query(PassRows::pass)
                .optional();
    }

    /** The one in use, or else the last that bore this code. */
    Optional<Pass> byKey(String key) {
        return sql.of(
                        SELECT
                                + " and p.code_key = :key order by p.state <> 'live', p.id desc limit 1")
                .param("key", key)
                .query(PassRows::pass)
                .optional();
    }

    /** Whose it is, if it is in use. */
    Optional<UUID> owner(String key) {
        return sql.of(
                        "select customer_id from pass where business_id = :business and code_key = :key and state = 'live'")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    int count(UUID customer) {
        return sql.of(
                        "select count(*) from pass where business_id = :business and customer_id = :customer")
                .param("customer", customer)
                .query(Integer.class)
                .single();
    }

    UUID insert(UUID customer, String code, boolean made, @Nullable String label) {
        UUID id = Ids.next();
        sql.of(
                        """
                        insert into pass (business_id, id, customer_id, code, code_key, made, label, created_by, created_via)
                        values (:business, :id, :customer, :code, :key, :made, :label, :caller, :via)
                        """)
                .param("id", id)
                .param("customer", customer)
                .param("code", code)
                .param("key", PassCode.key(code))
                .param("made", made)
                .param("label", label)
                .param("via", Caller.current().door().wireName())
                .update();
        return id;
    }

    private static Pass pass(ResultSet row, int number) throws SQLException {
        return new Pass(
                requireNonNull(row.getObject("id", UUID.class)),
                requireNonNull(row.getObject("customer_id", UUID.class)),
                row.getString("customer"),
                row.getString("code"),
                row.getBoolean("made"),
                row.getString("label"),
                PassState.of(row.getString("state")),
                instant(row, "lost_at"),
                row.getString("lost_by_name"),
                row.getString("lost_note"),
                instant(row, "replaced_at"),
                row.getObject("replaced_by", UUID.class),
                requireNonNull(instant(row, "created_at")),
                row.getString("created_by_name"),
                requireNonNull(instant(row, "updated_at")),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
