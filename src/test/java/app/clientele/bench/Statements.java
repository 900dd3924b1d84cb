package app.clientele.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements of one request, read from the server's log. */
final class Statements {
    private static final Pattern STATEMENT =
            Pattern.compile("(\\d+)~LOG: {2}(?:statement|execute [^:]*): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS =
            Pattern.compile("(\\d+)~DETAIL: {2}[Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile("\\$(\\d+) = ('(?:[^']++|'')*+'|NULL)");

    private Statements() {}

    /** A statement with its parameters as SQL writes them, by their number. */
    record Logged(String process, String text, Map<Integer, String> parameters) {
        boolean frames() {
            String start = text.toLowerCase(Locale.ROOT);
            return start.startsWith("begin")
                    || start.startsWith("commit")
                    || start.startsWith("set local");
        }
    }

    /** A request to be watched. */
    interface Request {
        void send() throws IOException, InterruptedException;
    }

    /** The statements of the transactions in which the text occurs. */
    static List<Logged> of(BenchHome home, String text, Request request)
            throws SQLException, IOException, InterruptedException {
        home.run(
                "admin",
                "alter system set log_line_prefix = '%p~'",
                "alter system set log_error_verbosity = 'default'",
                "alter system set log_statement = 'all'",
                "select pg_reload_conf()");
        Thread.sleep(500);
        long from = Files.size(home.log());
        request.send();
        Thread.sleep(500);
        home.run(
                "admin",
                "alter system reset log_line_prefix",
                "alter system reset log_error_verbosity",
                "alter system reset log_statement",
                "select pg_reload_conf()");
        byte[] log = Files.readAllBytes(home.log());
        String added =
                new String(Arrays.copyOfRange(log, (int) from, log.length), StandardCharsets.UTF_8);
        return about(parsed(added), text);
    }

    private static List<Logged> parsed(String log) {
        List<Logged> statements = new ArrayList<>();
        for (String entry : log.replace("\n\t", "\f").split("\n", -1)) {
            String line = entry.replace('\f', '\n');
            Matcher statement = STATEMENT.matcher(line);
            Matcher parameters = PARAMETERS.matcher(line);
            if (statement.matches()) {
                statements.add(
                        new Logged(
                                statement.group(1),
                                statement.group(2).strip(),
                                new LinkedHashMap<>()));
            } else if (parameters.matches() && !statements.isEmpty()) {
                Matcher parameter = PARAMETER.matcher(parameters.group(2));
                while (parameter.find()) {
                    statements
                            .getLast()
                            .parameters()
                            .put(Integer.valueOf(parameter.group(1)), parameter.group(2));
                }
            }
        }
        return statements;
    }

    private static List<Logged> about(List<Logged> all, String text) {
        List<Logged> found = new ArrayList<>();
        Map<String, List<Logged>> open = new LinkedHashMap<>();
        for (Logged statement : all) {
            String start = statement.text().toLowerCase(Locale.ROOT);
            if (start.startsWith("begin")) {
                open.put(statement.process(), new ArrayList<>());
            }
            List<Logged> transaction =
                    open.computeIfAbsent(statement.process(), p -> new ArrayList<>());
            transaction.add(statement);
            if (start.startsWith("commit")) {
                if (transaction.stream().anyMatch(s -> names(s, text))) {
                    found.addAll(transaction);
                }
                open.remove(statement.process());
            }
        }
        return found;
    }

    private static boolean names(Logged statement, @Nullable String text) {
        return text == null
                || statement.text().contains(text)
                || statement.parameters().values().stream().anyMatch(p -> p.contains(text));
    }
}
