package app.clientele.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's own note about the server of a data folder, {@code postmaster.pid}. */
record PidFile(Path file, long pid, String status) {

    static Optional<PidFile> in(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            String status = lines.size() > 7 ? lines.get(7).strip() : "";
            return Optional.of(new PidFile(file, Long.parseLong(lines.getFirst().strip()), status));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean ready() {
        return status.equals("ready");
    }

    /**
     * A running server of this very folder, and not a stranger that got its number later. A dead
     * one that nobody reaped counts as gone.
     */
    Optional<ProcessHandle> server() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::servesHere);
    }

    boolean gone() {
        return !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) || zombie();
    }

    /**
     * PostgreSQL believes a number that is in use, be it a zombie's or a stranger's. It takes its
     * parent's number for stale, and then still looks whether anybody uses the shared memory noted
     * further down; deleting the file would lose that second look.
     */
    void markStale() throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);
    }

    private boolean servesHere(ProcessHandle process) {
        String folder = String.valueOf(file.getParent());
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(folder))
                .orElse(false);
    }

    /** Where PID 1 does not reap, as in many containers, the dead stay listed. */
    private boolean zombie() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String text = Files.readString(stat);
            return text.startsWith("Z", text.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false; // gone meanwhile, or no /proc here
        }
    }
}
