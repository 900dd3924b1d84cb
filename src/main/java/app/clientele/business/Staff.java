package app.clientele.business;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Accounts;
import app.clientele.access.Roles;
import app.clientele.access.Sessions;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.EmailAddress;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work in a business: their role, their branches, and whether they may sign in. */
@Service
public class Staff {
    private final Sql sql;
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;

    Staff(Sql sql, Accounts accounts, Roles roles, Sessions sessions) {
        this.sql = sql;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
    }

    /** A member of staff. */
    public record Member(
            UUID id,
            String name,
            @Nullable String email,
            UUID roleId,
            String roleName,
            List<UUID> branchIds,
            @Nullable Instant deactivatedAt,
            int version) {
        public MemberDetails details() {
            return new MemberDetails(name, email, roleId, branchIds);
        }
    }

    /** What one may say of a member of staff; without branches they work at all of them. */
    public record MemberDetails(
            @NotNull @Line(max = 100) @Nullable String name,
            @NotNull @EmailAddress @Nullable String email,
            @NotNull @Nullable UUID roleId,
            @Size(max = 200) @Nullable List<UUID> branchIds) {}

    private static final String SELECT =
            """
            select s.id, s.name, s.email, s.role_id, r.name role_name, s.deactivated_at, s.version,
                   array(select b.branch_id from staff_branch b where b.business_id = :business and b.staff_id = s.id
                         order by b.branch_id) branches
            from staff s join role r on r.business_id = :business and r.id = s.role_id
            where s.business_id = :business\
            """;

    private static Member member(ResultSet row, int number) throws SQLException {
        var deactivated = row.getTimestamp("deactivated_at");
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getObject("role_id", UUID.class),
                row.getString("role_name"),
                List.of((UUID[]) row.getArray("branches").getArray()),
                deactivated == null ? null : deactivated.toInstant(),
                row.getInt("version"));
    }

    @Open("colleagues know each other's names")
    @Transactional(readOnly = true)
    public List<Member> all() {
        return sql.of(SELECT + " order by s.deactivated_at nulls first, s.name, s.id limit 2000")
                .query(Staff::member)
                .list();
    }

    @Open("colleagues know each other's names")
    @Transactional(readOnly = true)
    public Member get(UUID id) {
        return sql.of(SELECT + " and s.id = :id")
                .param("id", id)
                .query(Staff::member)
                .optional()
                .orElseThrow(() -> new NotFound("staff member"));
    }

    void addOwner(UUID account, SetUp command, UUID branch) {
        MemberDetails owner =
                new MemberDetails(
                        command.ownerName(),
                        command.email(),
                        roles.standard(Roles.Standard.OWNER),
                        List.of(branch));
        insert(account, owner);
    }

    /**
     * Adds a colleague and answers the secret of the link with which they choose their password;
     * one who already has an account, from another business, signs in with the password they have.
     */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public Added add(MemberDetails details) {
        Validation.check(details);
        mayGive(requireNonNull(details.roleId()));
        UUID account = accounts.findOrInvite(requireNonNull(details.email()));
        UUID id = insert(account, details);
        return new Added(id, accounts.isNew(account) ? accounts.passwordLink(account) : null);
    }

    /** A colleague just added; the link's secret is absent when they have a password already. */
    public record Added(UUID id, @Nullable String passwordLink) {}

    private UUID insert(UUID account, MemberDetails details) {
        UUID id = Ids.next();
        try {
            sql.of(
                            """
                            insert into staff (business_id, id, account_id, name, email, role_id)
                            values (:business, :id, :account, :name, lower(:email), :role)
                            """)
                    .param("id", id)
                    .param("account", account)
                    .param("name", details.name())
                    .param("email", details.email())
                    .param("role", details.roleId())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Invalid("email", "taken");
        }
        assign(id, details.branchIds());
        return id;
    }

    private void assign(UUID staff, @Nullable List<UUID> branches) {
        List<UUID> wanted = branches == null ? List.of() : branches.stream().distinct().toList();
        sql.of(
                        """
                        delete from staff_branch where business_id = :business and staff_id = :staff
                            and not (branch_id = any(:wanted))
                        """)
                .param("staff", staff)
                .param("wanted", wanted.toArray(UUID[]::new))
                .update();
        for (UUID branch : wanted) {
            assign(staff, branch);
        }
    }

    private void assign(UUID staff, UUID branch) {
        try {
            sql.of(
                            """
                            insert into staff_branch (business_id, id, staff_id, branch_id)
                            values (:business, :id, :staff, :branch) on conflict (business_id, staff_id, branch_id) do nothing
                            """)
                    .param("id", Ids.next())
                    .param("staff", staff)
                    .param("branch", branch)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new Invalid("branchIds", "choice");
        }
    }

    /** Changes a colleague's name, role and branches; the address they sign in with stays. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void change(UUID id, MemberDetails details, int version) {
        Validation.check(details);
        Member present = get(id);
        if (!requireNonNull(details.email()).equalsIgnoreCase(present.email())) {
            throw new Invalid("email", "fixed");
        }
        if (!present.roleId().equals(details.roleId())) {
            mayGive(present.roleId());
            mayGive(requireNonNull(details.roleId()));
            keepAnOwner(present);
        }
        int changed =
                sql.of(
                                """
                                update staff set name = :name, role_id = :role, version = version + 1, updated_at = now()
                                where business_id = :business and id = :id and version = :version
                                """)
                        .param("id", id)
                        .param("name", details.name())
                        .param("role", details.roleId())
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw new Stale(present.version(), List.of());
        }
        assign(id, details.branchIds());
        sessions.changed();
    }

    /** Ends a colleague's access, at once; what they did stays under their name. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void deactivate(UUID id) {
        Member member = get(id);
        if (id.equals(Caller.current().actor())) {
            throw new Refused("own_access");
        }
        mayGive(member.roleId());
        keepAnOwner(member);
        setDeactivated(id, "coalesce(deactivated_at, now())");
        sessions.endAllOf(id);
    }

    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void reactivate(UUID id) {
        mayGive(get(id).roleId());
        setDeactivated(id, "null");
    }

    private void setDeactivated(UUID id, String value) {
        sql.of(
                        "update staff set deactivated_at = "
                                + value
                                + ", version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .update();
    }

    /** A new link with which a colleague chooses a password. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public String passwordLink(UUID id) {
        mayGive(get(id).roleId());
        UUID account =
                sql.of(
                                "select account_id from staff where business_id = :business and id = :id and deactivated_at is null")
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(() -> new NotFound("staff member"));
        if (!accounts.worksOnlyHere(account)) {
            throw new Refused("account_shared");
        }
        return accounts.passwordLink(account);
    }

    /** Nobody can make a colleague mightier than themselves, nor touch one who is. */
    private void mayGive(UUID role) {
        Roles.checkOwn(
                roles.find(role).orElseThrow(() -> new Invalid("roleId", "choice")).permissions());
    }

    private void keepAnOwner(Member member) {
        UUID owner = roles.standard(Roles.Standard.OWNER);
        if (!member.roleId().equals(owner)) {
            return;
        }
        // taken so that two owners can't remove each other at once
        int owners =
                sql.of(
                                """
                                select id from staff where business_id = :business and role_id = :owner
                                    and deactivated_at is null for update
                                """)
                        .param("owner", owner)
                        .query()
                        .listOfRows()
                        .size();
        if (owners == 1) {
            throw new Refused("last_owner");
        }
    }
}
