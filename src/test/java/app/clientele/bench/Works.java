package app.clientele.bench;

import app.clientele.bench.Work.Bar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All the works, with requests drawn from the people in the database. */
final class Works {
    private static final int DRAWN = 5_000;

    private final BenchHome home;
    private final Random random = new Random(11);
    private final List<Known> people;

    /** What is asked about somebody. */
    private record Known(
            String id,
            long number,
            String first,
            String last,
            @Nullable String email,
            @Nullable String phone) {}

    Works(BenchHome home) throws SQLException {
        this.home = home;
        this.people = people();
    }

    private List<Known> people() throws SQLException {
        String ids =
                BenchHome.idSql("floor(random() * %d)::bigint".formatted(home.size().measured()));
        String query =
                """
                select replace(c.id::text, '-', ''), c.number, c.first_name, coalesce(c.last_name, ''), c.emails->0->>'address', c.phones->0->>'e164'
                from (select %s id from generate_series(1, %d)) drawn join customer c on c.id = drawn.id
                """
                        .formatted(ids, DRAWN);
        List<Known> known = new ArrayList<>();
        try (Connection connection = home.connect("owner");
                Statement sql = connection.createStatement()) {
            sql.execute("select setseed(0.5)");
            try (ResultSet row = sql.executeQuery(query)) {
                while (row.next()) {
                    known.add(
                            new Known(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6)));
                }
            }
        }
        return known;
    }

    /** What is asked of the record, then of the calendar. */
    List<Work> all() throws SQLException {
        return Stream.concat(record().stream(), new CalendarWorks(home).all().stream()).toList();
    }

    private List<Work> record() {
        return List.of(
                api("P1", "record by id", 8, true, Bar.processor(0.45), k -> "/" + dashed(k.id())),
                page("P2", "profile page", Bar.processor(1.5), k -> "/" + dashed(k.id())),
                search("name, first letters", 1, 15, k -> cut(k.last(), 0, 3 + random.nextInt(4))),
                search(
                        "phone, first digits",
                        1,
                        15,
                        k -> k.phone() == null ? "" : cut(k.phone(), 0, 9)),
                search(
                        "e-mail, first letters",
                        1,
                        15,
                        k -> k.email() == null ? "" : cut(k.email(), 0, 8)),
                search("number", 1, 15, k -> String.valueOf(k.number())),
                slowSearch(
                        "middle of a name",
                        60,
                        k -> k.last().length() < 7 ? "" : cut(k.last(), 2, 6)),
                slowSearch(
                        "misspelt name", 100, k -> k.last().length() < 7 ? "" : swapped(k.last())),
                api("P8", "list, first page", 8, false, Bar.p95(300), k -> "?limit=50"),
                page("P8", "list page", Bar.p95(300), k -> ""),
                notes(),
                fat());
    }

    private Work api(
            String id,
            String name,
            int connections,
            boolean pgbench,
            Bar bar,
            Function<Known, String> path) {
        return new Work(
                id,
                name,
                requests("GET /api/v1/customers", path, ""),
                false,
                false,
                connections,
                pgbench,
                bar);
    }

    private Work page(String id, String name, Bar bar, Function<Known, String> path) {
        return new Work(id, name, requests("GET /customers", path, ""), true, false, 8, false, bar);
    }

    private Work search(String name, double processor, double p99, Function<Known, String> term) {
        return search(name, Bar.processor(processor).and(Bar.p99(p99)), term);
    }

    private Work slowSearch(String name, double p99, Function<Known, String> term) {
        return search(name, Bar.p99(p99), term);
    }

    private Work search(String name, Bar bar, Function<Known, String> term) {
        return api(
                "P3",
                name,
                4,
                false,
                bar,
                k -> {
                    String typed = term.apply(k);
                    return typed.isBlank() ? "" : "?limit=20&q=" + encoded(typed);
                });
    }

    private Work notes() {
        String body = " {\"body\":\"Would rather come on *Tuesdays*.\",\"kind\":\"preference\"}";
        return new Work(
                "P5",
                "one note more",
                requests("POST /api/v1/customers", k -> "/" + dashed(k.id()) + "/notes", body),
                false,
                false,
                8,
                true,
                Bar.none());
    }

    private static Work fat() {
        return new Work(
                "P11",
                "profile of the fat customer",
                List.of("GET /customers/" + dashed(BenchHome.id(0))),
                true,
                false,
                2,
                false,
                Bar.p95(300));
    }

    private List<String> requests(String start, Function<Known, String> path, String body) {
        return people.stream()
                .map(path)
                .map(p -> start + p + body)
                .distinct()
                .filter(line -> !line.equals("GET /api/v1/customers"))
                .toList();
    }

    private static String cut(String text, int from, int to) {
        return text.substring(from, Math.min(to, text.length()));
    }

    private static String swapped(String name) {
        return name.substring(0, 3) + name.charAt(4) + name.charAt(3) + name.substring(5);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String dashed(String id) {
        return id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
