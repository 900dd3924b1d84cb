package app.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends requests as fast as they are answered. */
final class Wrk {
    private static final Path FOLDER = Path.of("target", "bench");

    /** Sent by hand, to look at one answer and its statements. */
    private static final int ASIDE = 2;

    private final Map<String, Integer> sent = new HashMap<>();
    private final Server server;
    private final List<String> keyHeaders;
    private final List<String> cookieHeaders;

    Wrk(Server server, String key, String cookie) {
        this.server = server;
        this.keyHeaders = List.of("Authorization: Bearer " + key, "Content-Type: application/json");
        this.cookieHeaders = List.of("Cookie: " + cookie, "Accept: text/html");
    }

    Figures run(Work work, int seconds) throws IOException, InterruptedException {
        Path requests = Files.write(FOLDER.resolve("requests.txt"), fresh(work));
        Path headers = Files.write(FOLDER.resolve("headers.txt"), headers(work));
        double before = server.processorMillis();
        String output =
                Command.run(
                        "wrk",
                        "-t1",
                        "-c" + work.connections(),
                        "-d" + seconds + "s",
                        "--timeout",
                        "30s",
                        "-s",
                        "bench/requests.lua",
                        Server.ADDRESS,
                        "--",
                        requests.toString(),
                        headers.toString(),
                        work.once() ? "once" : "often");
        Figures figures = figures(output, server.processorMillis() - before);
        sent.merge(work.name(), (int) (figures.perSecond() * seconds * 1.1), Integer::sum);
        return figures;
    }

    /** What was not sent yet, where a line may be sent only once. */
    private List<String> fresh(Work work) {
        List<String> all = work.requests();
        if (!work.once()) {
            return all;
        }
        int from = ASIDE + sent.getOrDefault(work.name(), 0);
        return all.subList(Math.min(from, all.size() - 1), all.size());
    }

    List<String> headers(Work work) {
        return work.signedIn() ? cookieHeaders : keyHeaders;
    }

    /** The last line: answers, microseconds, failures, then median, p95 and p99 in microseconds. */
    private static Figures figures(String output, double processorMillis) {
        String[] result = output.substring(output.indexOf("RESULT ") + 7).strip().split(" ", -1);
        double answers = Math.max(1, Double.parseDouble(result[0]));
        return new Figures(
                answers / Double.parseDouble(result[1]) * 1e6,
                processorMillis / answers,
                Double.parseDouble(result[3]) / 1000,
                Double.parseDouble(result[4]) / 1000,
                Double.parseDouble(result[5]) / 1000,
                Long.parseLong(result[2]));
    }
}
