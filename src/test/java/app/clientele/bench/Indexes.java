package app.clientele.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Keys and indexes of the big tables, taken away while they fill and made again after, as the
 * catalogue describes them: many times faster than keeping them in step.
 */
final class Indexes {
    private static final String TABLES =
            """
            '{customer,customer_key,customer_text,customer_address,customer_tag,customer_weight,note,name_word,change,appointment,staff_time}'::regclass[]\
            """;

    private final BenchHome home;
    private final List<String> drops = new ArrayList<>();
    private final List<String> keys;
    private final List<String> indexes;
    private final List<String> references;

    Indexes(BenchHome home) throws SQLException {
        this.home = home;
        references = constraints("contype = 'f' and (confrelid = any(%s) or conrelid = any(%s))");
        keys = constraints("contype in ('p', 'u', 'x') and conrelid = any(%s)");
        indexes = indexes();
    }

    private List<String> constraints(String which) throws SQLException {
        String query =
                """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where
                """
                        + which.replace("%s", TABLES);
        return definitions(query);
    }

    private List<String> indexes() throws SQLException {
        return definitions(
                """
                select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
                from pg_index i where indrelid = any(\
                """
                        + TABLES
                        + """
                        ) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
                        """);
    }

    /** Notes how to drop what the query finds, and answers how to make it again. */
    private List<String> definitions(String query) throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (Connection connection = home.connect("owner");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                drops.add(rows.getString(1));
                definitions.add(rows.getString(2));
            }
        }
        return definitions;
    }

    void drop() throws SQLException {
        home.run("owner", drops.toArray(String[]::new));
        home.run("owner", triggers("disable"));
    }

    /** Keys before references, since these need them. */
    void make() throws Exception {
        Parallel.run(Stream.concat(keys.stream(), indexes.stream()).map(this::making).toList());
        for (String reference : references) {
            making(reference).call();
        }
        home.run("owner", triggers("enable"));
    }

    private Callable<Void> making(String definition) {
        return () -> {
            home.run("owner", "set maintenance_work_mem = '512MB'", definition);
            return null;
        };
    }

    /** What the triggers would write is written all at once after. */
    private static String[] triggers(String verb) {
        return Stream.of(
                        "customer",
                        "customer_address",
                        "customer_tag",
                        "customer_weight",
                        "note",
                        "appointment")
                .map(table -> "alter table " + table + " " + verb + " trigger user")
                .toArray(String[]::new);
    }
}
