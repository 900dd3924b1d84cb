package app.clientele.customers.notes;

import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Alerts as the database tells them: those written as such, and the notes that are alerts. */
public final class AlertRows {
    private static final int SHOWN = 20;

    private AlertRows() {}

    private static final String TODAY =
            "(now() at time zone (select b.zone from business b where b.business_id = :business))::date";

    private static final String WRITTEN =
            """
            select a.id, a.customer_id, 'alert' source, a.level, a.text, a.expires_on, a.ended_at is not null ended,
                   a.ended_at is null and coalesce(a.expires_on >= %s, true) active, a.created_by, a.created_at, a.version
            from alert a where a.business_id = :business and a.customer_id = c.id\
            """
                    .formatted(TODAY);

    private static final String NOTED =
            """
             union all
            select n.id, n.customer_id, n.kind, 'red', n.body, null, false, true, n.created_by, coalesce(n.edited_at, n.created_at), n.version
            from note n where n.business_id = :business and n.customer_id = c.id and n.kind in ('allergy', 'medical')\
            """;

    /** The active ones as an expression over {@code customer c}, for parts of the profile. */
    public static String glance() {
        return json("x.active", SHOWN);
    }

    /** All of {@code customer c} that the caller may see. */
    public static String all() {
        return "(" + WRITTEN + (Caller.current().may(Permission.NOTE_VIEW) ? NOTED : "") + ")";
    }

    /**
     * Them as one value of JSON, the red ones first.
     *
     * @param which a condition on {@code x}
     */
    static String json(String which, int most) {
        return """
        select json_agg(json_build_object('id', y.id, 'customerId', y.customer_id, 'source', y.source, 'level', y.level, 'text', y.text,
            'expiresOn', y.expires_on, 'active', y.active, 'ended', y.ended, 'createdAt', y.created_at, 'version', y.version,
            'author', (select a.name from actor a where a.business_id = :business and a.id = y.created_by),
            'textHash', md5(y.text),
            'acknowledged', exists (select from alert_acknowledgement k where k.business_id = :business and k.alert_id = y.id
                and k.text_hash = md5(y.text) and k.created_by = :caller),
            'acknowledgements', (select json_agg(json_build_object('by', coalesce(a.name, ''), 'at', k.created_at) order by k.created_at desc)
                from alert_acknowledgement k
                left join actor a on a.business_id = :business and a.id = k.created_by
                where k.business_id = :business and k.alert_id = y.id and k.text_hash = md5(y.text))))
        from (select x.* from %1$s x where %2$s order by x.active desc, x.level, x.source, x.created_at desc, x.id limit %3$s) y
        """
                .formatted(all(), which, most);
    }

    /** What such an expression answered. */
    public static List<Alert> read(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false).map(AlertRows::alert).toList();
    }

    private static Alert alert(JsonNode a) {
        String expires = text(a.path("expiresOn"));
        return new Alert(
                UUID.fromString(a.path("id").asString()),
                UUID.fromString(a.path("customerId").asString()),
                a.path("source").asString(),
                a.path("level").asString(),
                a.path("text").asString(),
                expires == null ? null : LocalDate.parse(expires),
                a.path("active").booleanValue(),
                a.path("ended").booleanValue(),
                text(a.path("author")),
                OffsetDateTime.parse(a.path("createdAt").asString()).toInstant(),
                a.path("textHash").asString(),
                a.path("acknowledged").booleanValue(),
                StreamSupport.stream(a.path("acknowledgements").spliterator(), false)
                        .map(k ->
                                new Alert.Acknowledgement(
                                        k.path("by").asString(),
                                        OffsetDateTime.parse(k.path("at").asString()).toInstant()))
                        .toList(),
                a.path("version").intValue());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
