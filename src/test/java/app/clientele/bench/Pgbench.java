package app.clientele.bench;

import app.clientele.bench.Statements.Logged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the statements of a request without the application, for comparison. */
final class Pgbench {
    private static final Pattern PER_SECOND =
            Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final BenchHome home;

    Pgbench(BenchHome home) {
        this.home = home;
    }

    /**
     * The statements as a script, about another customer each time.
     *
     * @param customer the id they were about when they were read from the log
     * @param made the id of what the request made, if it made something
     */
    Path script(List<Logged> statements, String customer, String made) throws IOException {
        StringBuilder script =
                new StringBuilder("\\set n random(0, " + (home.size().measured() - 1) + ")\n");
        for (Logged statement : statements) {
            script.append(filled(statement, customer, made)).append(";\n");
        }
        return Files.writeString(Path.of("target", "bench", "pgbench.sql"), script);
    }

    private static String filled(Logged statement, String customer, String made) {
        return Pattern.compile("\\$(\\d+)")
                .matcher(statement.text())
                .replaceAll(m -> {
                    String value =
                            statement
                                    .parameters()
                                    .getOrDefault(Integer.valueOf(m.group(1)), m.group());
                    return Matcher.quoteReplacement(varied(value, customer, made));
                });
    }

    private static String varied(String value, String customer, String made) {
        if (value.equals("'" + customer + "'")) {
            return BenchHome.idSql(":n");
        }
        return value.equals("'" + made + "'") ? "uuidv7()" : value;
    }

    /** How often in a second. */
    double run(Path script, int connections, int seconds) throws IOException, InterruptedException {
        String output =
                Command.run(
                        Map.of("PGPASSWORD", home.password("app")),
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--host=127.0.0.1",
                        "--port=" + home.port(),
                        "--username=clientele_app",
                        "--client=" + connections,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + script,
                        "clientele");
        Matcher rate = PER_SECOND.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
