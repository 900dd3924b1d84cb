package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads a page of the timeline: of each kind no more than the page holds, by its
 * index, and of these the latest. The order is time, kind, id, so that no two are alike in it; as
 * text, numbers of one length have the order of numbers.
 */
final class TimelineSql {
    /** Under the ids a record has and once had: what a merge leaves stands under those. */
    private static final String WHOLE =
            """
            with own as materialized (
                select :customer::uuid id union all
                select a.id from customer_alias a where a.business_id = :business and a.customer_id = :customer)
            select e.*, a.name actor_name from (
            %s
            order by at desc, kind desc, id desc limit :limit) e
            left join actor a on a.business_id = :business and a.id = e.actor
            order by e.at desc, e.kind desc, e.id desc
            """;

    private static final String SOME =
            """
            (select x.* from own cross join lateral (
                select q.at, '%1$s'::text collate "C" kind, %4$s collate "C" id, q.verb::text verb, q.text::text "text", q.actor::uuid actor, q.link::text link
                from (%2$s) q
                %3$s
                order by q.at desc, q.id desc limit :limit) x)
            """;

    private TimelineSql() {}

    static String of(List<TimelineSource> sources, @Nullable TimelinePlace from) {
        return WHOLE.formatted(
                sources.stream()
                        .flatMap(source ->
                                source.queries().stream()
                                        .map(query ->
                                                SOME.formatted(
                                                        source.kind(),
                                                        query,
                                                        after(source, from),
                                                        text(source.key()))))
                        .collect(Collectors.joining("union all\n")));
    }

    private static String text(TimelineSource.Key key) {
        return switch (key) {
            case UUID -> "q.id::text";
            case BIGINT -> "lpad(q.id::text, 19, '0')";
        };
    }

    private static String after(TimelineSource source, @Nullable TimelinePlace from) {
        if (from == null) {
            return "";
        }
        int order = source.kind().compareTo(from.kind());
        String type = source.key().name().toLowerCase(Locale.ROOT);
        return "where "
                + (order == 0
                        ? "(q.at, q.id) < (:at, :id::" + type + ")"
                        : order < 0 ? "q.at <= :at" : "q.at < :at");
    }
}
