package app.clientele.bench;

import app.clientele.Clientele;
import app.clientele.access.ApiKeys;
import app.clientele.business.Businesses;
import app.clientele.business.SetUp;
import app.clientele.demo.DemoBusiness;
import app.clientele.demo.DemoPeople;
import app.clientele.demo.DemoWeights;
import app.clientele.demo.Mix;
import app.clientele.demo.Person;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Fills a data folder with invented customers, the same ones each time. */
final class Load {
    /** A day of its own, so that the data does not depend on when it is made. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final int CHUNK = 10_000;

    /** Where the numbers of customers begin. */
    static final long FIRST_NUMBER = 1001;

    private static final List<String> TAGS =
            List.of(
                    "VIP",
                    "Regular",
                    "Couples",
                    "Press",
                    "Student",
                    "Neighbour",
                    "Sauna",
                    "Bridal");

    /** As if duplicates had been looked for: that would go on beside what is measured. */
    private static final String SEARCHED =
            """
            insert into customer_pair_search (business_id, until, after_id)
            select business_id, %s, '00000000-0000-0000-0000-000000000000' from business
            on conflict (business_id) do update set until = excluded.until
            """;

    private final BenchHome home;
    private final Map<Integer, Set<String>> words = new ConcurrentHashMap<>();

    Load(BenchHome home) {
        this.home = home;
    }

    void run() throws Exception {
        FileSystemUtils.deleteRecursively(home.path());
        try (ConfigurableApplicationContext application = start()) {
            Timing timing = new Timing();
            List<UUID> businesses = begin(application);
            home.run("owner", SEARCHED.formatted("'infinity'"));
            timing.lap("businesses");
            Indexes indexes = new Indexes(home);
            indexes.drop();
            copy(businesses);
            timing.lap("rows");
            visits(businesses);
            timing.lap("visits");
            home.run("owner", changes());
            timing.lap("change log");
            indexes.make();
            timing.lap("indexes");
            home.run("owner", SEARCHED.formatted("now()"));
            home.run("owner", "vacuum analyze");
            timing.lap("vacuum");
        }
        System.out.printf("Loaded into %s%n", home.path());
    }

    /** The application itself makes the database and its tables. */
    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                Clientele.class,
                "--clientele.home=" + home.path(),
                "--server.port=0",
                "--logging.level.root=warn",
                "--spring.main.banner-mode=off");
    }

    private List<UUID> begin(ConfigurableApplicationContext application) {
        Businesses businesses = application.getBean(Businesses.class);
        ApiKeys keys = application.getBean(ApiKeys.class);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < home.size().customers.size(); i++) {
            int number = i;
            UUID id = businesses.add(setUp(i), BenchHome.slug(i));
            Caller.application(id, Door.JOB).run(() -> keys.accept(BenchHome.key(number), "Bench"));
            ids.add(id);
        }
        return ids;
    }

    /** All but the first have one owner: a password is slow to make on purpose. */
    private static SetUp setUp(int business) {
        return new SetUp(
                "Bench " + business,
                "spa",
                "NL",
                "EUR",
                "Europe/Amsterdam",
                "en",
                "Olga Owner",
                BenchHome.email(Math.min(business, 1)),
                BenchHome.PASSWORD);
    }

    private void copy(List<UUID> businesses) throws Exception {
        List<Callable<Void>> chunks = new ArrayList<>();
        long first = 0;
        for (int b = 0; b < businesses.size(); b++) {
            int count = home.size().customers.get(b);
            for (int from = 0; from < count; from += CHUNK) {
                Chunk chunk =
                        new Chunk(
                                b,
                                businesses.get(b),
                                from,
                                Math.min(CHUNK, count - from),
                                first + from);
                chunks.add(() -> copy(chunk));
            }
            first += count;
        }
        Parallel.run(chunks);
        finish(businesses);
    }

    /**
     * Some customers of one business.
     *
     * @param from how many of the business came before
     * @param first how many of all came before
     */
    private record Chunk(int place, UUID business, int from, int count, long first) {
        long seed() {
            return first * 31 + 17;
        }
    }

    private Void copy(Chunk chunk) throws SQLException, IOException {
        try (Connection connection = home.connect("owner")) {
            connection.createStatement().execute("set synchronous_commit = off");
            CustomerTables tables = tables(chunk, connection);
            Iterator<Person> people = DemoPeople.of(chunk.seed(), Mix.everywhere(TODAY)).iterator();
            for (int i = 0; i < chunk.count(); i++) {
                String id = BenchHome.id(chunk.first() + i);
                tables.add(people.next().details(), id, FIRST_NUMBER + chunk.from() + i, TODAY);
            }
            if (chunk.first() == 0) {
                tables.fatten(BenchHome.id(0), TODAY);
            }
            tables.flush(connection);
        }
        return null;
    }

    private void visits(List<UUID> businesses) throws Exception {
        List<Callable<Void>> diaries = new ArrayList<>();
        long first = 0;
        for (int b = 0; b < businesses.size(); b++) {
            int count = home.size().customers.get(b);
            String business = businesses.get(b).toString();
            String[] statements = Diaries.sql(business, count, first, b == 0, TODAY);
            if (count > 0) {
                diaries.add(() -> run(statements));
            }
            first += count;
        }
        Parallel.run(diaries);
        home.run("owner", Diaries.beside());
    }

    private @Nullable Void run(String[] statements) throws SQLException {
        home.run("owner", statements);
        return null;
    }

    private CustomerTables tables(Chunk chunk, Connection connection) throws SQLException {
        DemoBusiness trade = DemoBusiness.all().get(chunk.place() % 3);
        return new CustomerTables(
                chunk.business().toString(),
                choices(connection, chunk.business(), "status"),
                List.copyOf(tags(connection, chunk.business()).values()),
                words.computeIfAbsent(chunk.place(), b -> ConcurrentHashMap.newKeySet()),
                trade.notes(chunk.seed()),
                new DemoWeights(chunk.seed(), TODAY),
                chunk.seed());
    }

    private static Map<String, UUID> tags(Connection connection, UUID business)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into choice (business_id, id, list, name, position)
                        select ?, gen_random_uuid(), 'tag', name, place from unnest(?) with ordinality t(name, place)
                        on conflict do nothing
                        """)) {
            insert.setObject(1, business);
            insert.setArray(2, connection.createArrayOf("text", TAGS.toArray()));
            insert.executeUpdate();
        }
        return choices(connection, business, "tag");
    }

    private static Map<String, UUID> choices(Connection connection, UUID business, String list)
            throws SQLException {
        Map<String, UUID> choices = new HashMap<>();
        try (var query =
                connection.prepareStatement(
                        "select name, id from choice where business_id = ? and list = ?")) {
            query.setObject(1, business);
            query.setString(2, list);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    choices.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
        }
        return choices;
    }

    private void finish(List<UUID> businesses) throws SQLException, IOException {
        try (Connection connection = home.connect("owner");
                Statement sql = connection.createStatement()) {
            CopyText dictionary = new CopyText("name_word (business_id, word)");
            for (int b = 0; b < businesses.size(); b++) {
                UUID business = businesses.get(b);
                words.getOrDefault(b, Set.of()).forEach(word -> dictionary.row(business, word));
                sql.execute(
                        "update customer_number set next = %d where business_id = '%s'"
                                .formatted(FIRST_NUMBER + home.size().customers.get(b), business));
            }
            dictionary.flush(connection);
        }
    }

    /** The lines the triggers would have written, and a change for every fifth customer. */
    private static String[] changes() {
        String insert =
                "insert into change (business_id, at, source, entity, row_id, customer_id, operation, before) ";
        return new String[] {
            insert
                    + "select business_id, created_at, created_via, 'customer', id, id, 'insert', null from customer",
            insert
                    + "select business_id, created_at, 'import', 'customer_address', id, customer_id, 'insert', null from customer_address",
            insert
                    + "select business_id, created_at, 'page', 'customer_tag', id, customer_id, 'insert', null from customer_tag",
            insert
                    + "select business_id, created_at, 'page', 'customer_weight', id, customer_id, 'insert', null from customer_weight",
            insert
                    + "select business_id, created_at, 'page', 'note', id, customer_id, 'insert', null from note",
            insert
                    + "select business_id, created_at, 'page', 'appointment', id, customer_id, 'insert', null from appointment",
            insert
                    + """
                    select business_id, updated_at, 'page', 'customer', id, id, 'update', '{"gender": null, "language": "en"}'
                    from customer where number % 5 = 0\
                    """
        };
    }
}
