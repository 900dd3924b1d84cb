package app.clientele.business;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Accounts;
import app.clientele.access.Clashes;
import app.clientele.access.Invitations;
import app.clientele.access.Roles;
import app.clientele.access.Sessions;
import app.clientele.access.StandardRole;
import app.clientele.database.AfterCommit;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.EmailAddress;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work in a business: their role, their branches, and whether they may sign in. */
@Service
public class Staff {
    private final Sql sql;
    private final StaffRows rows;
    private final Ranks ranks;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Roles roles;
    private final Sessions sessions;
    private final Clashes clashes;

    Staff(
            Sql sql,
            StaffRows rows,
            Ranks ranks,
            Accounts accounts,
            Invitations invitations,
            Roles roles,
            Sessions sessions,
            Clashes clashes) {
        this.sql = sql;
        this.rows = rows;
        this.ranks = ranks;
        this.accounts = accounts;
        this.invitations = invitations;
        this.roles = roles;
        this.sessions = sessions;
        this.clashes = clashes;
    }

    /**
     * A member of staff.
     *
     * @param email told only to whoever manages the team
     * @param branchIds where they work; everywhere when empty
     * @param joined whether they ever chose a password, or accepted to join with the one they had
     */
    public record Member(
            UUID id,
            String name,
            @Nullable String email,
            UUID roleId,
            String roleName,
            List<UUID> branchIds,
            boolean joined,
            @Nullable Instant deactivatedAt,
            @JsonIgnore int version)
            implements Versioned {
        /** What may be changed about them. */
        public MemberDetails details() {
            return new MemberDetails(name, email, roleId, branchIds);
        }
    }

    /** What one may say of a member of staff; without branches they work at all of them. */
    public record MemberDetails(
            @NotNull @Line(max = 100) @Nullable String name,
            @NotNull @EmailAddress @Nullable String email,
            @NotNull @Nullable UUID roleId,
            @Size(max = 200) @Nullable List<@NotNull UUID> branchIds) {}

    /** Whom to list: those of one branch, former colleagues too. */
    public record Filter(@Nullable UUID branch, boolean deactivatedToo) {}

    /** Everybody with access, by name. */
    @Open("colleagues know each other's names")
    @Transactional(readOnly = true)
    public List<Member> all() {
        return rows.all();
    }

    /** Some of them by name, former colleagues last. */
    @Open("colleagues know each other's names")
    @Transactional(readOnly = true)
    public Page<Member> list(Filter filter, @Nullable String cursor, int limit) {
        return rows.list(filter, cursor, limit);
    }

    @Open("colleagues know each other's names")
    @Transactional(readOnly = true)
    public Member get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("staff member"));
    }

    void addOwner(UUID account, SetUp command, UUID branch) {
        MemberDetails owner =
                new MemberDetails(
                        command.ownerName(),
                        command.email(),
                        roles.standard(StandardRole.OWNER),
                        List.of(branch));
        rows.insert(account, owner);
    }

    /**
     * Adds a colleague. They get in by the link of {@link #invite}: somebody new chooses a password
     * there; who has an account already, from another business, joins with that.
     */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public UUID add(MemberDetails details) {
        Validation.check(details);
        ranks.checkMayGive(requireNonNull(details.roleId()));
        UUID account = accounts.findOrInvite(requireNonNull(details.email()));
        return rows.insert(accounts.worksElsewhere(account) ? null : account, details);
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
        ranks.checkMayGive(present.roleId());
        if (!present.roleId().equals(details.roleId())) {
            ranks.checkMayGive(requireNonNull(details.roleId()));
            ranks.keepAnOwner(present);
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
            throw clashes.since("staff", id, version, present.version());
        }
        rows.assign(id, details.branchIds());
        AfterCommit.run(sessions::changed);
    }

    /** Ends a colleague's access, at once; what they did stays under their name. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void deactivate(UUID id) {
        Member member = get(id);
        if (id.equals(Caller.current().actor())) {
            throw new Refused("own_access");
        }
        ranks.checkMayGive(member.roleId());
        ranks.keepAnOwner(member);
        setDeactivated(id, "coalesce(deactivated_at, now())");
        sessions.endAllOf(id);
        invitations.withdraw(id);
    }

    /** Gives a former colleague their access back. */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public void reactivate(UUID id) {
        ranks.checkMayGive(get(id).roleId());
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

    /**
     * The path of a link that lets a colleague in, once and for three days: to choose a password,
     * or to join with the account they have from another business.
     *
     * @throws Refused {@code account_shared} when they have joined and work elsewhere too: then
     *     nobody here may replace their password
     */
    @Requires(Permission.SETTINGS_TEAM)
    @Transactional
    public String invite(UUID id) {
        Member member = get(id);
        ranks.checkMayGive(member.roleId());
        if (member.deactivatedAt() != null) {
            throw new Refused("deactivated");
        }
        UUID account = accounts.findOrInvite(requireNonNull(member.email()));
        if (!rows.isLinked(id, account)) {
            return "/join/" + invitations.toJoin(account, id);
        }
        if (accounts.worksElsewhere(account)) {
            throw new Refused("account_shared");
        }
        return "/password/" + invitations.toChoosePassword(account, id);
    }

    /** Whether the caller may change this colleague: nobody touches one who may do more. */
    @Open("tells of the caller's own rights")
    @Transactional(readOnly = true)
    public boolean mayChange(Member member) {
        return ranks.mayChange(member.roleId());
    }
}
