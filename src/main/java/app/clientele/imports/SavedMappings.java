package app.clientele.imports;

import app.clientele.database.Sql;
import app.clientele.imports.reading.Mapping;
import app.clientele.shared.Ids;
import org.springframework.stereotype.Component;

/** Where the columns of files went, remembered for others with the same headers. */
@Component
class SavedMappings {
    private final Sql sql;

    SavedMappings(Sql sql) {
        this.sql = sql;
    }

    /** The one saved for such files, else the one suggested. */
    Mapping saved(Mapping suggested) {
        return sql.of(
                        "select mapping from import_mapping where business_id = :business and fingerprint = :fingerprint")
                .param("fingerprint", suggested.fingerprint())
                .query(String.class)
                .optional()
                .map(found -> ImportJson.MAPPER.readValue(found, Mapping.class))
                .orElse(suggested);
    }

    void save(Mapping mapping) {
        sql.of(
                        """
                        insert into import_mapping (business_id, id, fingerprint, mapping) values (:business, :id, :fingerprint, :mapping::jsonb)
                        on conflict (business_id, fingerprint) do update set mapping = excluded.mapping, updated_at = now()
                        """)
                .param("id", Ids.next())
                .param("fingerprint", mapping.fingerprint())
                .param("mapping", ImportJson.MAPPER.writeValueAsString(mapping))
                .update();
    }
}
