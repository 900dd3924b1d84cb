package app.clientele.passes;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** Passes as they were given, lost and replaced. */
@Component
class PassTimeline implements TimelineSource {
    private static final String PASS =
            """
            select t.%s at, t.id, '%s' verb, concat_ws(' · ', t.code, t.label%s) "text", %s actor, '/passes' link
            from pass t where t.business_id = :business and t.customer_id = own.id and t.%s is not null\
            """;

    @Override
    public String kind() {
        return "pass";
    }

    @Override
    public String icon() {
        return "qrcode";
    }

    @Override
    public String colour() {
        return "indigo";
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public List<String> queries() {
        return List.of(
                PASS.formatted("created_at", "given", "", "t.created_by", "created_at"),
                PASS.formatted("lost_at", "lost", ", t.lost_note", "t.lost_by", "lost_at"),
                PASS.formatted("replaced_at", "replaced", "", "null::uuid", "replaced_at"));
    }
}
