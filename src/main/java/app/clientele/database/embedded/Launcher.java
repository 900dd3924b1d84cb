package app.clientele.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How PostgreSQL's programs are called on this machine. */
record Launcher(List<String> prefix) {

    static Launcher on(boolean root) throws IOException {
        var prefix = new ArrayList<String>();
        if (root && !adds(prefix, "unshare", "-U")) {
            throw new DatabaseRefused(
                    "PostgreSQL does not run as root and this system does not let root step down by `unshare -U`: start Clientele as an ordinary user.");
        }
        // Ctrl-C reaches the whole process group, and the server is to stop after us.
        adds(prefix, "setsid");
        // The kernel interrupts the program when the thread that started it is gone.
        adds(prefix, "setpriv", "--pdeathsig", "INT");
        return new Launcher(List.copyOf(prefix));
    }

    /** All of these replace themselves by the program, so its number is that of the process. */
    ProcessBuilder command(Path log, List<String> command) {
        var builder =
                new ProcessBuilder(join(prefix, command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Nothing of the application's surroundings: neither its secrets nor somebody's PGDATA.
        builder.environment().keySet().retainAll(List.of("PATH", "TMPDIR"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Java can only terminate and kill, and either would not be PostgreSQL's fast shutdown. */
    static void signal(String name, long pid) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean adds(List<String> prefix, String... tool) {
        boolean works = works(List.of(tool));
        if (works) {
            prefix.addAll(List.of(tool));
        }
        return works;
    }

    private static boolean works(List<String> prefix) {
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
