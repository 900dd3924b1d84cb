package app.clientele.sales.catalogue;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ways of being paid besides cash, card and bank, by the business's own names. */
@Service
public class OwnTenders {
    private static final int MOST = 50;
    private static final String KNOWN = "how one may pay is no secret";

    private final Sql sql;
    private final Clashes clashes;

    OwnTenders(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /** One of them, such as vouchers of the town. */
    public record OwnTender(
            UUID id,
            String name,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant archivedAt,
            @JsonIgnore int version)
            implements Versioned {
        /** What may be changed about it. */
        public TenderDetails details() {
            return new TenderDetails(name);
        }
    }

    /** What one may say of it. */
    public record TenderDetails(@NotNull @Line(max = 60) @Nullable String name) {}

    private static final String SELECT =
            "select t.id, t.name, t.created_at, t.updated_at, t.archived_at, t.version from own_tender t where t.business_id = :business";

    /** By name, those no longer taken last. */
    @Open(KNOWN)
    @Transactional(readOnly = true)
    public List<OwnTender> all(boolean archivedToo) {
        return sql.of(
                        SELECT
                                + " and (:archived or t.archived_at is null) order by t.archived_at nulls first, lower(t.name), t.id limit 200")
                .param("archived", archivedToo)
                .query(OwnTender.class)
                .list();
    }

    @Open(KNOWN)
    @Transactional(readOnly = true)
    public OwnTender get(UUID id) {
        return sql.of(SELECT + " and t.id = :id")
                .param("id", id)
                .query(OwnTender.class)
                .optional()
                .orElseThrow(() -> new NotFound("tender"));
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public OwnTender add(TenderDetails details) {
        Validation.check(details);
        if (all(true).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        write(
                "insert into own_tender (business_id, id, name) values (:business, :id, :name)",
                id,
                details,
                0);
        return get(id);
    }

    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public OwnTender change(UUID id, TenderDetails details, int version) {
        Validation.check(details);
        OwnTender present = get(id);
        int changed =
                write(
                        """
                        update own_tender set name = :name, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id and version = :version
                        """,
                        id,
                        details,
                        version);
        if (changed == 0) {
            throw clashes.since("own_tender", id, version, present.version());
        }
        return get(id);
    }

    private int write(String statement, UUID id, TenderDetails details, int version) {
        var bound = sql.of(statement).param("id", id).param("name", details.name());
        try {
            return (version > 0 ? bound.param("version", version) : bound).update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
    }

    /** Taken no more; what was paid with it stays. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void archive(UUID id) {
        get(id);
        setArchived(id, "coalesce(archived_at, now())");
    }

    /**
     * Takes it again.
     *
     * @throws Refused {@code name_taken} when another goes by its name by now
     */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public void reopen(UUID id) {
        get(id);
        try {
            setArchived(id, "null");
        } catch (DuplicateKeyException e) {
            throw new Refused("name_taken");
        }
    }

    private void setArchived(UUID id, String value) {
        sql.of(
                        "update own_tender set archived_at = "
                                + value
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }
}
