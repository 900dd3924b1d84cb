package app.clientele.points;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.points.PointRule.Kind;
import app.clientele.points.PointRule.PointRuleDetails;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everything that is sold brings and costs in points. */
@Service
public class PointRules {
    private static final String ITEMS =
            """
            select i.*, coalesce(r.given, 0) given, r.redeemed, coalesce(r.version, 0) "version" from (
                select s.id, 'service' kind, s.name, s.archived_at from service s where s.business_id = :business
                union all select p.id, 'product', p.name, p.archived_at from product p where p.business_id = :business
                union all select k.id, 'package', k.name, k.archived_at from package k where k.business_id = :business
                union all select m.id, 'membership', m.name, m.archived_at from membership_plan m where m.business_id = :business) i
            left join point_rule r on r.business_id = :business and r.id = i.id\
            """;

    private final Sql sql;
    private final Clashes clashes;

    PointRules(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /**
     * Which of them.
     *
     * @param q a part of the name
     */
    public record Search(@Nullable Kind kind, @Nullable String q) {
        private @Nullable String pattern() {
            return q == null || q.isBlank()
                    ? null
                    : "%"
                            + q.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0")
                            + "%";
        }
    }

    /** Everything that is sold, by name. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional(readOnly = true)
    public Page<PointRule> list(Search search, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 2);
        List<PointRule> found =
                sql.of(
                                ITEMS
                                        + """
                                         where i.archived_at is null and (:kind::text is null or i.kind = :kind)
                                            and (:pattern::text is null or lower(i.name) like :pattern)
                                            and (:first or (lower(i.name), i.id) > (:name, :id))
                                        order by lower(i.name), i.id limit :limit
                                        """)
                        .param("kind", search.kind() == null ? null : search.kind().wireName())
                        .param("pattern", search.pattern())
                        .param("first", from == null)
                        .param("name", from == null ? "" : from.get(0))
                        .param("id", from == null ? new UUID(0, 0) : from.id(1))
                        .param("limit", limit + 1)
                        .query(PointRules::read)
                        .list();
        return Page.of(
                found, limit, last -> Cursor.of(last.name().toLowerCase(Locale.ROOT), last.id()));
    }

    private static PointRule read(ResultSet row, int number) throws SQLException {
        return new PointRule(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getInt("given"),
                row.getObject("redeemed", Integer.class),
                row.getInt("version"));
    }

    /** Whether anything brings points at all. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public boolean any() {
        return sql.of(
                        """
                        select exists (select from point_rule where business_id = :business and (given > 0 or redeemed is not null))
                            or exists (select from point_settings where business_id = :business and referral > 0)
                        """)
                .query(Boolean.class)
                .single();
    }

    /** Of one item. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional(readOnly = true)
    public PointRule get(UUID item) {
        return find(item).orElseThrow(() -> new NotFound("item"));
    }

    private Optional<PointRule> find(UUID item) {
        return sql.of(ITEMS + " where i.id = :id")
                .param("id", item)
                .query(PointRules::read)
                .optional();
    }

    /** Changes what holds from now on; what was paid for already stays as it was. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional
    public PointRule change(UUID item, PointRuleDetails details, int version) {
        PointRule present = get(item);
        Validation.check(details);
        if (details.redeemed() != null && !present.kind().isRedeemable()) {
            throw new Invalid("redeemed", "points_only_earned");
        }
        int changed =
                sql.of(
                                version == 0
                                        ? """
                                        insert into point_rule (business_id, id, kind, given, redeemed) values (:business, :id, :kind, :given, :redeemed)
                                        on conflict do nothing
                                        """
                                        : """
                                        update point_rule set given = :given, redeemed = :redeemed, version = version + 1, updated_at = now()
                                        where business_id = :business and id = :id and version = :version
                                        """)
                        .param("id", item)
                        .param("kind", present.kind().wireName())
                        .param("given", details.given())
                        .param("redeemed", details.redeemed())
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw clashes.since("point_rule", item, version, get(item).version());
        }
        return get(item);
    }
}
