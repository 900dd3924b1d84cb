package app.clientele.access;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Stale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the change log who changed what in a row, for the one whose change comes too late. */
@Component
public class Clashes {
    /** Columns that nobody fills in. */
    private static final Set<String> KEPT_ASIDE =
            Set.of(
                    "version",
                    "id",
                    "business_id",
                    "created_at",
                    "updated_at",
                    "currency",
                    "busy",
                    "held",
                    "sequence");

    /** Money is kept in two columns; people know it as one price. */
    private static final String MINOR = "_minor";

    private final Sql sql;
    private final JsonMapper json;

    Clashes(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Change(
            Instant at,
            @Nullable String by,
            @Nullable JsonNode before,
            @Nullable JsonNode present) {
        /** Those with other values than before; all where there was no row. */
        Collection<String> columns() {
            JsonNode values = before == null ? present : before;
            return values == null ? List.of() : values.propertyNames();
        }
    }

    /**
     * What others changed in a row of this table after the version, as far as the log tells; after
     * version 0 that is all of the row.
     */
    public Stale since(String table, UUID row, int version, int present) {
        Map<String, Stale.Clash> byField = new LinkedHashMap<>();
        for (Change change : changes(table, row, version)) {
            for (String column : change.columns()) {
                if (!KEPT_ASIDE.contains(column)) {
                    byField.putIfAbsent(column, clash(column, change));
                }
            }
        }
        return new Stale(present, List.copyOf(byField.values()));
    }

    private List<Change> changes(String table, UUID row, int version) {
        return sql.of(
                        """
                         select c.at, w.name actor_name, c.before,
                                current_row_of(c.entity, :business, c.row_id) present
                         from change c
                         left join actor w on w.business_id = :business and w.id = c.actor
                         where c.business_id = :business and c.row_id = :row and c.entity = :table
                           and (c.operation = 'update' and (c.before ->> 'version')::int >= :version
                        or c.operation = 'insert' and :version = 0)
                         order by c.id desc limit 100
                        """)
                .param("row", row)
                .param("table", table)
                .param("version", version)
                .query(this::change)
                .list();
    }

    private Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                tree(row.getString("before")),
                tree(row.getString("present")));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    private static Stale.Clash clash(String column, Change change) {
        JsonNode row = change.present();
        JsonNode now = row == null ? null : row.get(column);
        if (row != null && now != null && column.endsWith(MINOR)) {
            String field = column.substring(0, column.length() - MINOR.length());
            return new Stale.Clash(camel(field), money(now, row), change.by(), change.at());
        }
        return new Stale.Clash(camel(column), text(now), change.by(), change.at());
    }

    private static @Nullable String money(JsonNode minor, JsonNode row) {
        Long units = minor.isNull() ? null : minor.asLong();
        return Objects.toString(Amounts.of(units, row.path("currency").asString(null)), null);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isArray()
                ? value.values().stream()
                        .map(v -> v.isObject() ? v.path("label").asString("…") : v.asString())
                        .collect(Collectors.joining(", "))
                : value.asString();
    }

    private static String camel(String column) {
        StringBuilder name = new StringBuilder();
        for (String part : column.split("_", -1)) {
            name.append(name.isEmpty() ? part.charAt(0) : Character.toUpperCase(part.charAt(0)))
                    .append(part.substring(1));
        }
        return name.toString();
    }
}
