package app.clientele.customers.erasing;

import app.clientele.customers.ErasedPerson;
import app.clientele.customers.Phones;
import app.clientele.customers.exporting.RecordRows;
import app.clientele.database.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what somebody is and ever was known by, from their record and its log. */
@Component
class ErasedPeople {
    private static final int SHORTEST_CODE = 4;
    private static final List<String> NAMES = List.of("first_name", "last_name", "display_name");

    private final Sql sql;
    private final RecordRows rows;
    private final JsonMapper json;

    ErasedPeople(Sql sql, RecordRows rows, JsonMapper json) {
        this.sql = sql;
        this.rows = rows;
        this.json = json;
    }

    ErasedPerson of(UUID customer) {
        List<UUID> ids = rows.ids(customer);
        List<JsonNode> states = states(ids);
        Set<String> words = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> codes = new HashSet<>();
        Set<String> phones = new HashSet<>();
        Set<String> firsts = texts(states, "first_name");
        Set<String> lasts = texts(states, "last_name");
        NAMES.forEach(column -> words.addAll(texts(states, column)));
        names.addAll(texts(states, "display_name"));
        firsts.forEach(first -> lasts.forEach(last -> names.add(first + " " + last)));
        for (JsonNode state : states) {
            state.path("emails").forEach(e -> codes.add(text(e.path("address"))));
            codes.add(text(state.path("external_id")));
            state.path("phones")
                    .forEach(p -> {
                        phone(p.path("number"), phones);
                        phone(p.path("e164"), phones);
                    });
        }
        codes.removeIf(code -> code.length() < SHORTEST_CODE);
        return new ErasedPerson(ids, names, words, codes, phones);
    }

    /** The record as it is, and each earlier state as far as the log has it. */
    private List<JsonNode> states(List<UUID> ids) {
        return sql.of(
                        """
                        select to_jsonb(c)::text from customer c where c.business_id = :business and c.id = any(:ids)
                        union all
                        select h.before::text from change h where h.business_id = :business and h.row_id = any(:ids)
                            and h.entity in ('customer', 'customer_alias') and h.before is not null
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> json.readTree(row.getString(1)))
                .list();
    }

    private static Set<String> texts(List<JsonNode> states, String column) {
        return states.stream()
                .flatMap(s -> Stream.of(text(s.path(column))))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String text(@Nullable JsonNode node) {
        return node == null || !node.isString()
                ? ""
                : node.asString().strip().toLowerCase(Locale.ROOT);
    }

    private static void phone(JsonNode number, Set<String> phones) {
        String digits = Phones.digits(text(number));
        if (digits.length() >= ErasedPerson.SHORTEST_PHONE) {
            phones.add(
                    digits.substring(Math.max(0, digits.length() - ErasedPerson.TELLING_DIGITS)));
        }
    }
}
