package app.clientele.customers.timeline;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.business.Feature;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.TimelineSource;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that happened around a customer, of every kind, in one list. */
@Service
public class Timeline {
    private final Sql sql;
    private final Businesses businesses;
    private final CustomerRows customers;
    private final List<TimelineSource> sources;
    private final Texts texts;

    Timeline(
            Sql sql,
            Businesses businesses,
            CustomerRows customers,
            List<TimelineSource> sources,
            Texts texts) {
        this.sql = sql;
        this.businesses = businesses;
        this.customers = customers;
        this.sources = sources.stream().sorted(Comparator.comparing(TimelineSource::kind)).toList();
        this.texts = texts;
    }

    /**
     * One thing that happened.
     *
     * @param text what it was about, where the title does not say it
     * @param link the page that shows it
     * @param actor who did it, absent when the application did
     */
    public record Entry(
            Instant at,
            String kind,
            String title,
            @Nullable String text,
            @Nullable String link,
            @Nullable String actor) {}

    private record Row(
            Instant at,
            String kind,
            String id,
            String verb,
            @Nullable String text,
            @Nullable String link,
            @Nullable String actor) {
        String cursor() {
            return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, at), kind, id);
        }
    }

    /** The kinds of things the caller may see here. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<TimelineSource> kinds() {
        Business business = businesses.current();
        return sources.stream().filter(s -> isShown(s, business)).toList();
    }

    private static boolean isShown(TimelineSource source, Business business) {
        Feature feature = source.feature();
        return Caller.current().may(source.permission())
                && (feature == null || business.has(feature));
    }

    /**
     * What happened, latest first.
     *
     * @param kinds only these; all that the caller may see when empty
     * @throws Invalid for a kind that does not exist
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Page<Entry> of(
            UUID customer, Set<String> kinds, @Nullable String cursor, int limit, Locale locale) {
        Set<String> known = sources.stream().map(TimelineSource::kind).collect(Collectors.toSet());
        if (!known.containsAll(kinds)) {
            throw new Invalid("kind", "choice");
        }
        List<TimelineSource> asked =
                kinds().stream().filter(s -> kinds.isEmpty() || kinds.contains(s.kind())).toList();
        List<Row> rows =
                asked.isEmpty() ? List.of() : read(customer, asked, place(cursor), limit + 1);
        if (rows.isEmpty()) {
            customers.require(customer);
        }
        Page<Row> page = Page.of(rows, limit, Row::cursor);
        return page.map(teller(customer, asked, page.items(), locale));
    }

    private @Nullable TimelinePlace place(@Nullable String cursor) {
        Cursor read = Cursor.parse(cursor, 3);
        return read == null ? null : TimelinePlace.of(read, sources);
    }

    private List<Row> read(
            UUID customer, List<TimelineSource> asked, @Nullable TimelinePlace from, int limit) {
        return sql.of(TimelineSql.of(asked, from))
                .param("customer", customer)
                .param("zone", businesses.current().zone().getId())
                .param("at", from == null ? null : from.at())
                .param("id", from == null ? null : from.id())
                .param("limit", limit)
                .query((row, number) ->
                        new Row(
                                row.getTimestamp("at").toInstant(),
                                row.getString("kind"),
                                row.getString("id"),
                                row.getString("verb"),
                                row.getString("text"),
                                row.getString("link"),
                                row.getString("actor_name")))
                .list();
    }

    private java.util.function.Function<Row, Entry> teller(
            UUID customer, List<TimelineSource> asked, List<Row> rows, Locale locale) {
        Map<String, UnaryOperator<@Nullable String>> words = new HashMap<>();
        for (TimelineSource source : asked) {
            List<String> own =
                    rows.stream()
                            .filter(r -> r.kind().equals(source.kind()))
                            .map(Row::text)
                            .filter(Objects::nonNull)
                            .toList();
            words.put(source.kind(), source.words(locale, own));
        }
        return row ->
                new Entry(
                        row.at(),
                        row.kind(),
                        texts.text(locale, "profile.timeline." + row.kind() + "." + row.verb()),
                        Objects.requireNonNull(words.get(row.kind())).apply(row.text()),
                        row.link() == null ? null : "/customers/" + customer + row.link(),
                        row.actor());
    }
}
