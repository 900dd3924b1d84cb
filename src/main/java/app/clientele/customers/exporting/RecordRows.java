package app.clientele.customers.exporting;

import app.clientele.customers.PersonalData;
import app.clientele.customers.custom.CustomFieldRows;
import app.clientele.customers.history.CustomHistory;
import app.clientele.customers.history.History.Fact;
import app.clientele.customers.history.HistoryWords;
import app.clientele.database.Sql;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what any table of the map has about customers, as kept and as people read it. */
@Component
public class RecordRows {
    private final Sql sql;
    private final CustomFieldRows customFields;
    private final List<PersonalData> data;
    private final JsonMapper json;

    RecordRows(Sql sql, CustomFieldRows customFields, List<PersonalData> data, JsonMapper json) {
        this.sql = sql;
        this.customFields = customFields;
        this.data = data;
        this.json = json;
    }

    /** The ids a record has or once had, its own first: what a merge leaves stands under those. */
    public List<UUID> ids(UUID id) {
        return Stream.concat(
                        Stream.of(id),
                        sql
                                .of(
                                        "select id from customer_alias where business_id = :business and customer_id = :id order by id")
                                .param("id", id)
                                .query(UUID.class)
                                .list()
                                .stream())
                .toList();
    }

    /** The rows as they are kept; what is bytes comes as files. */
    public List<JsonNode> of(PersonalData.Table table, Collection<UUID> ids, int most) {
        return sql.of(
                        """
                        select to_jsonb(t) - array(select attname::text from pg_attribute
                            where attrelid = '%1$s'::regclass and (atttypid = 'bytea'::regtype or attname = 'business_id'))
                        from %1$s t where t.business_id = :business and t.%2$s = any(:ids) order by 1 limit :most
                        """
                                .formatted(table.name(), table.customerColumn()))
                .param("ids", ids.toArray(UUID[]::new))
                .param("most", most)
                .query((row, number) -> json.readTree(row.getString(1)))
                .list();
    }

    public long count(PersonalData.Table table, UUID id) {
        return sql.of(
                        "select count(*) from %s where business_id = :business and %s = :id"
                                .formatted(table.name(), table.customerColumn()))
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** What the ids in records stand for. */
    public JsonNode names(Collection<UUID> ids) {
        return json.readTree(
                sql.of(
                                """
                                select coalesce(json_object_agg(n.id, n.name), '{}')::text from (
                                    select id, name from choice where business_id = :business
                                    union all
                                    select id, name from branch where business_id = :business
                                    union all
                                    select id, name from staff where business_id = :business
                                    union all
                                    select r.id, coalesce(r.display_name, concat_ws(' ', r.first_name, r.last_name))
                                    from customer r where r.business_id = :business and r.id in (%s)) n
                                """
                                        .formatted(others()))
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(String.class)
                        .single());
    }

    /** The further customers that any table of the map names beside these. */
    private String others() {
        return data.stream()
                .flatMap(d -> d.tables().stream())
                .filter(t -> t.customerColumn() != null)
                .flatMap(t ->
                        t.links().others().stream()
                                .map(other ->
                                        "select t.%2$s from %1$s t where t.business_id = :business and t.%3$s = any(:ids)"
                                                .formatted(t.name(), other, t.customerColumn())))
                .collect(Collectors.joining(" union all "));
    }

    /** Each row in words. */
    public List<List<Fact>> facts(List<JsonNode> rows, JsonNode names) {
        var custom = CustomHistory.byName(customFields.everyOne().stream());
        return rows.stream().map(row -> HistoryWords.facts(row, names, custom)).toList();
    }
}
