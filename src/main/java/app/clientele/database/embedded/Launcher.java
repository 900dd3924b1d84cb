package app.clientele.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How PostgreSQL's programs are called on this machine. */
record Launcher(List<String> asOrdinaryUser, List<String> endingWithParent) {

    static Launcher on(boolean root) throws IOException {
        var ordinary = root ? List.of("unshare", "-U") : List.<String>of();
        if (root && !works(ordinary)) {
            throw new DatabaseRefused(
                    "PostgreSQL does not run as root and this system does not let root step down by `unshare -U`: start Clientele as an ordinary user.");
        }
        var ending = List.of("setpriv", "--pdeathsig", "INT");
        return new Launcher(ordinary, works(ending) ? ending : List.of());
    }

    /** A program that runs to its end, its output going to the log. */
    ProcessBuilder command(Path log, List<String> command) {
        return builder(log, join(asOrdinaryUser, command));
    }

    /** A program that the kernel interrupts when the thread that started it is gone. */
    ProcessBuilder server(Path log, List<String> command) {
        return builder(log, join(join(asOrdinaryUser, endingWithParent), command));
    }

    /** Java can only terminate and kill, and either would not be PostgreSQL's fast shutdown. */
    static void signal(String name, long pid) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ProcessBuilder builder(Path log, List<String> command) {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Nothing of the application's surroundings: neither its secrets nor somebody's PGDATA.
        builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static boolean works(List<String> prefix) throws IOException {
        try {
            var process =
                    new ProcessBuilder(join(prefix, List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> join(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
