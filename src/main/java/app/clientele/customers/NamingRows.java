package app.clientele.customers;

import app.clientele.database.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows that name somebody without being theirs: searches kept, and answers to programs. */
@Component
public class NamingRows {
    private final Sql sql;
    private final SearchIndex index;
    private final CustomerRows customers;

    NamingRows(Sql sql, SearchIndex index, CustomerRows customers) {
        this.sql = sql;
        this.index = index;
        this.customers = customers;
    }

    private record Naming(UUID id, @Nullable String name, @Nullable String query) {
        boolean names(ErasedPerson person) {
            return name != null && person.isIn(List.of(name))
                    || query != null && person.isNamedBy(query);
        }
    }

    void forget(ErasedPerson person) {
        customers.find(person.id()).ifPresent(c -> index.remove(c.id(), c.details()));
        naming("saved_view", "name", person)
                .forEach(id -> update("delete from saved_view where id = :id", id));
        naming("bulk_change", "null", person)
                .forEach(id -> update("delete from bulk_change where id = :id", id));
        naming("customer_export", "null", person)
                .forEach(
                        id -> update("update customer_export set query = null where id = :id", id));
        failures(person);
        merged(person);
        answers(person);
    }

    /** The rows that name somebody, before they go. */
    public List<UUID> of(ErasedPerson person) {
        List<UUID> all = new ArrayList<>(naming("saved_view", "name", person));
        all.addAll(naming("bulk_change", "null", person));
        all.addAll(naming("customer_export", "null", person));
        return all;
    }

    private List<UUID> naming(String table, String name, ErasedPerson person) {
        return sql
                .of(
                        "select id, %s::text as name, query from %s where business_id = :business and query is not null"
                                .formatted(name, table))
                .query(Naming.class)
                .list()
                .stream()
                .filter(row -> row.names(person))
                .map(Naming::id)
                .toList();
    }

    private void update(String statement, UUID id) {
        sql.of(statement + " and business_id = :business").param("id", id).update();
    }

    private void failures(ErasedPerson person) {
        sql.of(
                        """
                        update bulk_change set failures = coalesce((
                            select jsonb_agg(f) from jsonb_array_elements(failures) f where f ->> 'customer' <> all(:ids)), '[]')
                        where business_id = :business and failures::text like any(:patterns)
                        """)
                .param("ids", person.ids().stream().map(UUID::toString).toArray(String[]::new))
                .param(
                        "patterns",
                        person.ids().stream().map(i -> "%" + i + "%").toArray(String[]::new))
                .update();
    }

    /** What a record was called that went into another for a while, and came back. */
    private void merged(ErasedPerson person) {
        sql.of(
                        "update customer_merge set from_name = '' where business_id = :business and from_id = any(:ids)")
                .param("ids", person.ids().toArray(UUID[]::new))
                .update();
    }

    private void answers(ErasedPerson person) {
        sql.of(
                        """
                        delete from idempotent_request where business_id = :business
                            and lower(concat_ws(' ', key, location, body)) like any(:patterns)
                        """)
                .param("patterns", person.patterns())
                .update();
    }
}
