package app.clientele.customers.list;

import app.clientele.access.Sessions;
import app.clientele.database.AfterCommit;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How each colleague likes the list shown: which columns, how close the lines. */
@Service
public class ListPreferences {
    private static final List<String> DENSITIES = List.of("compact", "cosy", "roomy");

    private final Sql sql;
    private final Sessions sessions;
    private final JsonMapper json;

    ListPreferences(Sql sql, Sessions sessions, JsonMapper json) {
        this.sql = sql;
        this.sessions = sessions;
        this.json = json;
    }

    /** The columns to show, in their order; the usual ones until the colleague chose. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<ListColumn> columns() {
        return sql.of(
                        "select preferences ->> 'columns' from staff where business_id = :business and id = :me")
                .param("me", Caller.current().actor())
                .query((row, number) -> columns(row.getString(1)))
                .optional()
                .orElse(ListColumn.USUAL);
    }

    private static List<ListColumn> columns(@Nullable String kept) {
        return kept == null
                ? ListColumn.USUAL
                : Arrays.stream(kept.split(",", -1))
                        .flatMap(name -> ListColumn.of(name).stream())
                        .toList();
    }

    /** The keys of the custom fields to show as columns. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<String> ownColumns() {
        return sql.of(
                        "select coalesce(preferences ->> 'ownColumns', '') from staff where business_id = :business and id = :me")
                .param("me", Caller.current().actor())
                .query(String.class)
                .optional()
                .map(kept -> List.of(kept.split(",", -1)))
                .orElse(List.of());
    }

    /**
     * Keeps the columns, in the order of {@link ListColumn}, and the density for the caller.
     *
     * @param own the keys of custom fields to show too
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional
    public void keep(List<ListColumn> columns, List<String> own, String density) {
        if (!DENSITIES.contains(density)) {
            throw new Invalid("density", "choice");
        }
        String names =
                columns.stream()
                        .distinct()
                        .sorted()
                        .map(ListColumn::wireName)
                        .collect(Collectors.joining(","));
        sql.of(
                        """
                        update staff set preferences = preferences || :preferences::jsonb
                        where business_id = :business and id = :me
                        """)
                .param(
                        "preferences",
                        json.writeValueAsString(
                                Map.of(
                                        "columns",
                                        names,
                                        "ownColumns",
                                        String.join(",", own),
                                        "density",
                                        density)))
                .param("me", Caller.current().actor())
                .update();
        AfterCommit.run(sessions::changed); // the density is remembered with the session
    }
}
