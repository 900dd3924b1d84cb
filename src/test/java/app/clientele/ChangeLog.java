package app.clientele;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What the change log holds of a row, in short sentences. */
public final class ChangeLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChangeLog() {}

    /** Such as {@code update by Mia Okafor: name=Söder}, oldest first; versions are left out. */
    public static List<String> of(UUID business, UUID row) {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select c.operation, c.source, coalesce(s.name, k.name, 'nobody') actor, c.before
                        from change c
                        left join staff s on s.business_id = c.business_id and s.id = c.actor
                        left join api_key k on k.business_id = c.business_id and k.id = c.actor
                        where c.business_id = :business and c.row_id = :row order by c.id
                        """)
                .param("business", business)
                .param("row", row)
                .query(ChangeLog::sentence)
                .list();
    }

    private static String sentence(ResultSet row, int number) throws SQLException {
        String did = row.getString("operation") + " by " + row.getString("actor");
        return row.getString("operation").equals("update")
                ? did + ": " + before(row.getString("before"))
                : did;
    }

    private static String before(String json) {
        return JSON.readTree(json).properties().stream()
                .filter(p -> !p.getKey().equals("version"))
                .map(p -> p.getKey() + "=" + p.getValue().asString(p.getValue().toString()))
                .collect(Collectors.joining(", "));
    }
}
