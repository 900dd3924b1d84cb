package app.clientele.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The server's port: chosen once, kept in the home folder, given up when somebody else is on it.
 */
final class Port {
    // Below the numbers systems hand out for outgoing connections.
    private static final int FROM = 20_000;
    private static final int TO = 32_000;

    private Port() {}

    static int of(HomeFolder home) throws IOException {
        var kept = home.read("port").map(Integer::valueOf).filter(Port::free);
        return kept.isPresent() ? kept.get() : another(home);
    }

    static int another(HomeFolder home) throws IOException {
        int port =
                ThreadLocalRandom.current()
                        .ints(200, FROM, TO)
                        .filter(Port::free)
                        .findFirst()
                        .orElseThrow(() ->
                                new DatabaseRefused(
                                        "No free port for PostgreSQL was found between %s and %s on 127.0.0.1: end what occupies them."
                                                .formatted(FROM, TO)));
        home.write("port", Integer.toString(port));
        return port;
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
