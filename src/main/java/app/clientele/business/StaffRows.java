package app.clientele.business;

import app.clientele.business.Staff.Filter;
import app.clientele.business.Staff.Member;
import app.clientele.business.Staff.MemberDetails;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Members of staff as rows: read, inserted, assigned to branches. */
@Component
class StaffRows {
    private final Sql sql;

    StaffRows(Sql sql) {
        this.sql = sql;
    }

    private static final String SELECT =
            """
            select s.id, s.name, s.email, s.role_id, r.name role_name, s.deactivated_at, s.version,
                   coalesce(a.password_chosen, false) joined,
                   array(select b.branch_id from staff_branch b where b.business_id = :business and b.staff_id = s.id
                         order by b.branch_id) branches
            from staff s join role r on r.business_id = :business and r.id = s.role_id
            left join account a on a.id = s.account_id
            where s.business_id = :business\
            """;

    private static Member member(ResultSet row, int number) throws SQLException {
        var deactivated = row.getTimestamp("deactivated_at");
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Caller.current().may(Permission.SETTINGS_TEAM) ? row.getString("email") : null,
                row.getObject("role_id", UUID.class),
                row.getString("role_name"),
                List.of((UUID[]) row.getArray("branches").getArray()),
                row.getBoolean("joined"),
                deactivated == null ? null : deactivated.toInstant(),
                row.getInt("version"));
    }

    List<Member> all() {
        return sql.of(SELECT + " and s.deactivated_at is null order by s.name, s.id limit 5000")
                .query(StaffRows::member)
                .list();
    }

    Optional<Member> find(UUID id) {
        return sql.of(SELECT + " and s.id = :id")
                .param("id", id)
                .query(StaffRows::member)
                .optional();
    }

    Page<Member> list(Filter filter, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 3);
        List<Member> found =
                sql.of(
                                SELECT
                                        + """
                                         and (:former or s.deactivated_at is null)
                                        and (:branch::uuid is null
                                             or not exists (select from staff_branch b where b.business_id = :business and b.staff_id = s.id)
                                             or exists (select from staff_branch b where b.business_id = :business and b.staff_id = s.id
                                                        and b.branch_id = :branch::uuid))
                                        and (:name::text is null
                                             or (s.deactivated_at is not null, s.name, s.id) > (:gone::boolean, :name::text, :id::uuid))
                                        order by s.deactivated_at is not null, s.name, s.id limit :limit
                                        """)
                        .param("former", filter.deactivatedToo())
                        .param("branch", filter.branch())
                        .param("gone", from == null ? null : from.get(0).equals("true"))
                        .param("name", from == null ? null : from.get(1))
                        .param("id", from == null ? null : from.id(2))
                        .param("limit", limit + 1)
                        .query(StaffRows::member)
                        .list();
        return Page.of(found, limit, m -> Cursor.of(m.deactivatedAt() != null, m.name(), m.id()));
    }

    UUID insert(@Nullable UUID account, MemberDetails details) {
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
            throw new Invalid("email", "on_team");
        }
        assign(id, details.branchIds());
        return id;
    }

    void assign(UUID staff, @Nullable List<UUID> branches) {
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

    /** Whether this colleague signs in with this account. */
    boolean isLinked(UUID staff, UUID account) {
        return sql.of(
                        """
                        select exists (select from staff where business_id = :business and id = :id and account_id = :account)
                        """)
                .param("id", staff)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }
}
