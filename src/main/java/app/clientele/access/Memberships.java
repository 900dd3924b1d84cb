package app.clientele.access;

import app.clientele.database.Sql;
import app.clientele.shared.Open;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which businesses an account works. */
@Service
public class Memberships {
    private final Sql sql;

    Memberships(Sql sql) {
        this.sql = sql;
    }

    /** One business an account works in. */
    public record Membership(UUID businessId, UUID staffId, String businessName, String slug) {}

    /** The businesses an account may enter, by name. */
    @Open("asked before a business is chosen")
    @Transactional(readOnly = true)
    public List<Membership> of(UUID account) {
        return sql.acrossBusinesses("select * from find_memberships(:account)")
                .param("account", account)
                .query(Membership.class)
                .list();
    }

    /** Whether anything was set up on this installation. */
    @Open("decides between the set-up page and the sign-in page")
    @Transactional(readOnly = true)
    public boolean anyBusiness() {
        return sql.acrossBusinesses("select any_business()").query(Boolean.class).single();
    }
}
