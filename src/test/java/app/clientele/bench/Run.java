package app.clientele.bench;

import app.clientele.bench.Statements.Logged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures everything once and prints one table. */
final class Run {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final BenchHome home;
    private final int seconds;
    private final int repeats;
    private final HttpClient http = HttpClient.newHttpClient();

    Run(BenchHome home, int seconds, int repeats) {
        this.home = home;
        this.seconds = seconds;
        this.repeats = repeats;
    }

    void run() throws Exception {
        new Server(home).close(); // builds what is missing
        try (Server server = new Server(home)) {
            Report report = new Report(home);
            report.line(
                    "P9",
                    "start to first page, kept data",
                    "%.1f s".formatted(server.startSeconds),
                    "≤ 4 s",
                    server.startSeconds <= 4);
            Wrk wrk = new Wrk(server, BenchHome.key(0), new SignIn().cookie());
            for (Work work : new Works(home).all()) {
                measure(work, wrk, report);
            }
            long memory = server.residentMebibytes();
            report.line("P10", "memory of the server", memory + " MiB", "≤ 500 MiB", memory <= 500);
            report.end();
        }
    }

    private void measure(Work work, Wrk wrk, Report report) throws Exception {
        HttpResponse<String> first = send(work.first(), wrk.headers(work));
        if (first.statusCode() >= 300) {
            report.missing(work, first.statusCode());
            return;
        }
        List<Logged> statements = statements(work, wrk);
        wrk.run(work, seconds);
        List<Figures> runs = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            runs.add(wrk.run(work, seconds));
            if (work.pgbench()) {
                bare.add(bare(work, statements, first));
            }
        }
        long queries = statements.stream().filter(s -> !s.frames()).count();
        report.work(work, Figures.middle(runs), queries, bare);
    }

    /** The statements of one request, which is seen by the customer it names, if it names one. */
    private List<Logged> statements(Work work, Wrk wrk)
            throws SQLException, IOException, InterruptedException {
        return Statements.of(home, business(), () -> send(work.second(), wrk.headers(work)));
    }

    private String business() throws SQLException {
        return home.one(
                "owner", "select id from business where slug = '%s'".formatted(BenchHome.slug(0)));
    }

    private double bare(Work work, List<Logged> statements, HttpResponse<String> first)
            throws Exception {
        String customer = id(work.first());
        String made = made(statements, customer);
        Pgbench pgbench = new Pgbench(home);
        return pgbench.run(pgbench.script(statements, customer, made), work.connections(), seconds);
    }

    /** The id of the row a request inserted, which is the first parameter that is one and new. */
    private String made(List<Logged> statements, String customer) throws SQLException {
        String business = business();
        return statements.stream()
                .filter(s -> s.text().startsWith("insert"))
                .flatMap(s -> s.parameters().values().stream())
                .map(value -> value.replace("'", ""))
                .filter(value -> ID.matcher(value).matches())
                .filter(value -> !value.equals(customer) && !value.equals(business))
                .findFirst()
                .orElse("none");
    }

    private static String id(String request) {
        Matcher id = ID.matcher(request);
        return id.find() ? id.group() : "none";
    }

    private HttpResponse<String> send(String line, List<String> headers)
            throws IOException, InterruptedException {
        String[] parts = line.split(" ", 3);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(Server.ADDRESS + parts[1]))
                        .method(
                                parts[0],
                                parts.length > 2
                                        ? BodyPublishers.ofString(parts[2])
                                        : BodyPublishers.noBody());
        for (String header : headers) {
            String[] pair = header.split(": ", 2);
            request.header(pair[0], pair[1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
