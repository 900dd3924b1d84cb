package app.clientele.business;

import app.clientele.access.Roles;
import app.clientele.access.StandardRole;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may make whom what: nobody touches one who may do more, and an owner always remains. */
@Component
class Ranks {
    private final Sql sql;
    private final Roles roles;

    Ranks(Sql sql, Roles roles) {
        this.sql = sql;
        this.roles = roles;
    }

    boolean mayChange(UUID role) {
        return Caller.current().may(Permission.SETTINGS_TEAM)
                && Caller.current().permissions().containsAll(roles.get(role).permissions());
    }

    /** Nobody can make a colleague mightier than themselves, nor touch one who is. */
    void checkMayGive(UUID role) {
        Roles.checkOwn(
                roles.find(role).orElseThrow(() -> new Invalid("roleId", "choice")).permissions());
    }

    /** Called before a colleague loses their role or their access. */
    void keepAnOwner(Staff.Member member) {
        UUID owner = roles.standard(StandardRole.OWNER);
        if (!member.roleId().equals(owner)) {
            return;
        }
        // taken so that two owners can't remove each other at once
        List<UUID> owners =
                sql.of(
                                """
                                select id from staff where business_id = :business and role_id = :owner
                                    and deactivated_at is null order by id for update
                                """)
                        .param("owner", owner)
                        .query(UUID.class)
                        .list();
        if (owners.equals(List.of(member.id()))) {
            throw new Refused("last_owner");
        }
    }
}
