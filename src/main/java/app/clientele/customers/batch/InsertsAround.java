package app.clientele.customers.batch;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.batch.CustomerBatch.Prepared;
import app.clientele.customers.notes.Notes;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what stands around many new customers: tags, addresses, notes. */
@Component
class InsertsAround {
    private final Sql sql;

    InsertsAround(Sql sql) {
        this.sql = sql;
    }

    void tags(List<Prepared> rows, List<UUID> ids, Map<String, UUID> tags) {
        List<UUID> owners = new ArrayList<>();
        List<UUID> carried = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (UUID tag :
                    rows.get(i).details().tags().stream()
                            .map(t -> tags.get(t.toLowerCase(Locale.ROOT)))
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList()) {
                owners.add(ids.get(i));
                carried.add(tag);
            }
        }
        if (owners.isEmpty()) {
            return;
        }
        sql.of(
                        """
                        insert into customer_tag (business_id, id, customer_id, tag_id)
                        select :business, t.id, t.customer_id, t.tag_id from unnest(:ids, :owners, :tags) t(id, customer_id, tag_id)
                        """)
                .param("ids", fresh(owners.size()))
                .param("owners", owners.toArray(UUID[]::new))
                .param("tags", carried.toArray(UUID[]::new))
                .update();
    }

    private record Placed(UUID customer, CustomerDetails.Address address, boolean primary) {}

    void addresses(List<Prepared> rows, List<UUID> ids) {
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<CustomerDetails.Address> addresses = rows.get(i).details().addresses();
            for (int a = 0; a < addresses.size(); a++) {
                all.add(new Placed(ids.get(i), addresses.get(a), a == 0));
            }
        }
        if (all.isEmpty()) {
            return;
        }
        sql.of(
                        """
                        insert into customer_address (business_id, id, customer_id, label, street, line2, postcode, city, region, country, is_primary)
                        select :business, a.id, a.customer_id, a.label, a.street, a.line2, a.postcode, a.city, a.region, a.country, a.is_primary
                        from unnest(:ids, :owners, :labels, :streets, :lines, :postcodes, :cities, :regions, :countries, :primary)
                            a(id, customer_id, label, street, line2, postcode, city, region, country, is_primary)
                        """)
                .param("ids", fresh(all.size()))
                .param("owners", all.stream().map(Placed::customer).toArray(UUID[]::new))
                .param("labels", texts(all, CustomerDetails.Address::label))
                .param("streets", texts(all, CustomerDetails.Address::street))
                .param("lines", texts(all, CustomerDetails.Address::line2))
                .param("postcodes", texts(all, CustomerDetails.Address::postcode))
                .param("cities", texts(all, CustomerDetails.Address::city))
                .param("regions", texts(all, CustomerDetails.Address::region))
                .param("countries", texts(all, CustomerDetails.Address::country))
                .param("primary", all.stream().map(Placed::primary).toArray(Boolean[]::new))
                .update();
    }

    private static String[] texts(
            List<Placed> all, Function<CustomerDetails.Address, @Nullable String> field) {
        return all.stream().map(p -> field.apply(p.address())).toArray(String[]::new);
    }

    private record Written(UUID customer, Notes.NoteDetails note, int place) {}

    void notes(List<Prepared> rows, List<UUID> ids, @Nullable UUID importId) {
        List<Written> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Notes.NoteDetails> notes = rows.get(i).incoming().notes();
            for (int n = 0; n < notes.size(); n++) {
                all.add(new Written(ids.get(i), notes.get(n), n));
            }
        }
        if (all.isEmpty()) {
            return;
        }
        sql.of(
                        """
                        insert into note (business_id, id, customer_id, body, kind, pinned, position, import_id, created_by, created_via)
                        select :business, n.id, n.customer_id, n.body, n.kind, n.pinned, n.position, :import, :by, :via
                        from unnest(:ids, :owners, :bodies, :kinds, :pinned, :places) n(id, customer_id, body, kind, pinned, position)
                        """)
                .param("ids", fresh(all.size()))
                .param("owners", all.stream().map(Written::customer).toArray(UUID[]::new))
                .param("bodies", all.stream().map(w -> w.note().body()).toArray(String[]::new))
                .param(
                        "kinds",
                        all.stream().map(w -> w.note().kindOrGeneral()).toArray(String[]::new))
                .param("pinned", all.stream().map(w -> w.note().pinned()).toArray(Boolean[]::new))
                .param("places", all.stream().map(Written::place).toArray(Integer[]::new))
                .param("import", importId)
                .param("by", Caller.current().actor())
                .param("via", Caller.current().door().wireName())
                .update();
    }

    private static UUID[] fresh(int count) {
        return IntStream.range(0, count).mapToObj(i -> Ids.next()).toArray(UUID[]::new);
    }
}
