package app.clientele.customers.list;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists with their filters, kept under a name: one's own, or shared with all colleagues. */
@Service
public class SavedViews {
    private static final int MOST = 100;

    private final Sql sql;
    private final Clashes clashes;

    SavedViews(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /**
     * A view.
     *
     * @param query what the address of the list carries
     * @param shared whether colleagues see it too
     * @param pinned whether it is a tab of the list
     * @param mine whether the caller may change it
     */
    public record SavedView(
            UUID id,
            String name,
            String query,
            boolean shared,
            boolean pinned,
            boolean mine,
            @JsonIgnore int version)
            implements Versioned {
        /** What may be changed about it. */
        public ViewDetails details() {
            return new ViewDetails(name, query, shared, pinned);
        }
    }

    /** What one may say of a view; pinned and one's own unless told otherwise. */
    public record ViewDetails(
            @NotNull @Line(max = 60) @Nullable String name,
            @NotNull @Nullable String query,
            @Nullable Boolean shared,
            @Nullable Boolean pinned) {
        boolean isShared() {
            return Boolean.TRUE.equals(shared);
        }

        boolean isPinned() {
            return !Boolean.FALSE.equals(pinned);
        }
    }

    /** One's own and the shared ones, in their order. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<SavedView> all() {
        return me(sql.of(
                        """
                        select id, name, query, staff_id is null shared, pinned, version,
                               coalesce(staff_id = :me, false) or staff_id is null and (:any or coalesce(created_by = :me, false)) mine
                        from saved_view
                        where business_id = :business and deleted_at is null and (staff_id is null or staff_id = :me)
                        order by position, created_at, id limit 200
                        """))
                .query(SavedView.class)
                .list();
    }

    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public SavedView get(UUID id) {
        return all().stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("view"));
    }

    private static StatementSpec me(StatementSpec statement) {
        return statement
                .param("me", Caller.current().actor())
                .param("any", Caller.current().may(Permission.SETTINGS_LISTS));
    }

    @Requires(Permission.PROFILE_VIEW)
    @Transactional
    public UUID add(ViewDetails details) {
        String query = checked(details);
        if (all().size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = Ids.next();
        sql.of(
                        """
                        insert into saved_view (business_id, id, name, query, staff_id, pinned, created_by, position)
                        values (:business, :id, :name, :query, :staff, :pinned, :me,
                            (select coalesce(max(position), 0) + 1 from saved_view where business_id = :business))
                        """)
                .param("id", id)
                .param("name", details.name())
                .param("query", query)
                .param("staff", keeper(details))
                .param("pinned", details.isPinned())
                .param("me", Caller.current().actor())
                .update();
        return id;
    }

    /** Keys have no list of their own to look at, so theirs are shared. */
    private static @Nullable UUID keeper(ViewDetails details) {
        if (details.isShared()) {
            return null;
        }
        if (Caller.current().door() == Caller.Door.API) {
            throw new Invalid("shared", "must_be_shared");
        }
        return Caller.current().actor();
    }

    private static String checked(ViewDetails details) {
        Validation.check(details);
        return ListQuery.parse(String.valueOf(details.query())).toString();
    }

    @Requires(Permission.PROFILE_VIEW)
    @Transactional
    public void change(UUID id, ViewDetails details, int version) {
        check(id);
        SavedView present = get(id);
        int changed =
                sql.of(
                                """
                                update saved_view set name = :name, query = :query, pinned = :pinned, staff_id = :staff,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and id = :id and version = :version
                                """)
                        .param("id", id)
                        .param("name", details.name())
                        .param("query", checked(details))
                        .param("pinned", details.isPinned())
                        .param("staff", keeper(details))
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since("saved_view", id, version, present.version());
        }
    }

    /** For a day it can come back. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional
    public void delete(UUID id) {
        check(id);
        sql.of(
                        "delete from saved_view where business_id = :business and deleted_at < now() - interval '1 day'")
                .update();
        setDeleted(id, "now()");
    }

    @Requires(Permission.PROFILE_VIEW)
    @Transactional
    public void bringBack(UUID id) {
        check(id);
        setDeleted(id, "null");
    }

    private void setDeleted(UUID id, String at) {
        sql.of(
                        "update saved_view set deleted_at = "
                                + at
                                + " where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    /** A shared view is its maker's to change, and that of whoever edits the business's lists. */
    private void check(UUID id) {
        boolean mine =
                me(sql.of(
                                        """
                                        select staff_id is not null or :any or coalesce(created_by = :me, false) from saved_view
                                        where business_id = :business and id = :id and (staff_id is null or staff_id = :me)
                                        """)
                                .param("id", id))
                        .query(Boolean.class)
                        .optional()
                        .orElseThrow(() -> new NotFound("view"));
        if (!mine) {
            throw new NotAllowed(Permission.SETTINGS_LISTS);
        }
    }
}
