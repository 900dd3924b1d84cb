package app.clientele.access;

import static java.util.Objects.requireNonNull;

import app.clientele.database.AfterCommit;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Roles: names for sets of permissions. Four come with every business; it may add its own. */
@Service
public class Roles {
    private static final int MOST = 100;

    private final Sql sql;
    private final Sessions sessions;
    private final Clashes clashes;

    Roles(Sql sql, Sessions sessions, Clashes clashes) {
        this.sql = sql;
        this.sessions = sessions;
        this.clashes = clashes;
    }

    /**
     * A role as settings show it.
     *
     * @param standard which of the four it is, if any
     * @param staff how many colleagues with access have it
     */
    public record Role(
            UUID id,
            String name,
            @Nullable String standard,
            Set<Permission> permissions,
            int staff,
            @JsonIgnore int version)
            implements Versioned {
        /** What may be changed about it. */
        public RoleDetails details() {
            return new RoleDetails(name, permissions);
        }

        /** The owner's role may do everything, always. */
        @JsonIgnore
        public boolean isOwner() {
            return StandardRole.OWNER.wireName().equals(standard);
        }
    }

    /** What one may say of a role. */
    public record RoleDetails(
            @NotNull @Line(max = 60) @Nullable String name,
            @NotNull @Nullable Set<@NotNull Permission> permissions) {}

    @Requires({Permission.SETTINGS_TEAM})
    @Transactional(readOnly = true)
    public List<Role> all() {
        return sql.of(SELECT + " order by r.created_at, r.id limit 1000").query(Roles::role).list();
    }

    @Requires({Permission.SETTINGS_TEAM})
    @Transactional(readOnly = true)
    public Role get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("role"));
    }

    @Requires({Permission.SETTINGS_TEAM})
    @Transactional(readOnly = true)
    public Optional<Role> find(UUID id) {
        return sql.of(SELECT + " and r.id = :id").param("id", id).query(Roles::role).optional();
    }

    private static final String SELECT =
            """
            select r.id, r.name, r.standard, r.permissions, r.version,
                   (select count(*) from staff s where s.business_id = :business and s.role_id = r.id
                    and s.deactivated_at is null) staff
            from role r where r.business_id = :business\
            """;

    private static Role role(ResultSet row, int number) throws SQLException {
        return new Role(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("standard"),
                PermissionNames.read(row.getArray("permissions")),
                row.getInt("staff"),
                row.getInt("version"));
    }

    /** Gives a new business its four roles; the names come in the business's language. */
    @Open("called by set-up")
    @Transactional
    public void createStandard(Function<StandardRole, String> name) {
        for (StandardRole standard : StandardRole.values()) {
            insert(name.apply(standard), standard.wireName(), standard.permissions());
        }
    }

    /** The standard role of this kind. */
    @Open("called by set-up")
    @Transactional(readOnly = true)
    public UUID standard(StandardRole standard) {
        return sql.of("select id from role where business_id = :business and standard = :standard")
                .param("standard", standard.wireName())
                .query(UUID.class)
                .single();
    }

    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public UUID create(RoleDetails details) {
        Validation.check(details);
        checkOwn(requireNonNull(details.permissions()));
        if (all().size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        return insert(requireNonNull(details.name()), null, details.permissions());
    }

    /** Nobody can hand out more than they may do themselves. */
    public static void checkOwn(Set<Permission> permissions) {
        if (!Caller.current().permissions().containsAll(permissions)) {
            throw new NotAllowed(permissions.toArray(Permission[]::new));
        }
    }

    private UUID insert(String name, @Nullable String standard, Set<Permission> permissions) {
        UUID id = Ids.next();
        try {
            sql.of(
                            """
                            insert into role (business_id, id, name, standard, permissions)
                            values (:business, :id, :name, :standard, :permissions)
                            """)
                    .param("id", id)
                    .param("name", name)
                    .param("standard", standard)
                    .param("permissions", PermissionNames.of(permissions))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
        return id;
    }

    /** Renames a role and sets what it may; the owner's role keeps every permission. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void change(UUID id, RoleDetails details, int version) {
        Validation.check(details);
        Role present = get(id);
        checkOwn(present.permissions());
        Set<Permission> wanted =
                present.isOwner() ? Permission.all() : requireNonNull(details.permissions());
        checkOwn(wanted);
        if (update(id, requireNonNull(details.name()), wanted, version) == 0) {
            throw clashes.since("role", id, version, present.version());
        }
        AfterCommit.run(sessions::changed);
    }

    private int update(UUID id, String name, Set<Permission> permissions, int version) {
        try {
            return sql.of(
                            """
                            update role set name = :name, permissions = :permissions, version = version + 1, updated_at = now()
                            where business_id = :business and id = :id and version = :version
                            """)
                    .param("id", id)
                    .param("name", name)
                    .param("permissions", PermissionNames.of(permissions))
                    .param("version", version)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "taken");
        }
    }

    /** Removes one of the business's own roles that nobody has, not even a former colleague. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void delete(UUID id) {
        Role role = get(id);
        checkOwn(role.permissions());
        if (role.standard() != null) {
            throw new Refused("role_standard");
        }
        try {
            sql.of("delete from role where business_id = :business and id = :id")
                    .param("id", id)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new Refused("role_in_use");
        }
    }
}
