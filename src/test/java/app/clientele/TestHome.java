package app.clientele;

import app.clientele.database.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Home folders for tests, copied from one made once per build so that none waits for initdb. */
public final class TestHome {
    private static final Path TEMPLATE = Path.of("target", "test-home");

    private TestHome() {}

    /** An empty folder for one test, its caller's to delete. */
    public static Path folder() throws IOException {
        Files.createDirectories(TEMPLATE.resolveSibling("."));
        return Files.createTempDirectory(
                TEMPLATE.resolveSibling("."), "test-home-" + ProcessHandle.current().pid() + "-");
    }

    /** Links are deleted, not followed. */
    public static void delete(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** A home with a fresh, empty database in it, not running. */
    public static void copyTo(Path folder) throws IOException {
        Files.createDirectories(TEMPLATE.resolveSibling("."));
        try (var turn =
                        FileChannel.open(
                                Path.of("target", "test-home.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = turn.lock()) {
            removeAbandoned();
            if (!Files.exists(TEMPLATE)) {
                Path aside = TEMPLATE.resolveSibling("test-home.new");
                FileSystemUtils.deleteRecursively(aside);
                EmbeddedDatabase.start(aside).close();
                // every cached Spring context of a test run keeps a pool
                Files.writeString(aside.resolve("postgres/local.conf"), "max_connections = 300\n");
                Files.delete(aside.resolve("postgres/path"));
                Files.move(aside, TEMPLATE, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        copy(TEMPLATE, folder);
    }

    /** The programs, which nobody changes, are linked; the data is copied. */
    private static void copy(Path from, Path to) throws IOException {
        Path postgres = to.resolve("postgres");
        Files.createDirectories(postgres);
        try (var bin = Files.newDirectoryStream(from.resolve("postgres"), "bin-*")) {
            for (Path programs : bin) {
                Files.createSymbolicLink(
                        postgres.resolve(programs.getFileName()), programs.toRealPath());
            }
        }
        try (Stream<Path> paths = Files.walk(from)) {
            paths.filter(path -> !Files.exists(to.resolve(from.relativize(path))))
                    .forEach(path -> copyOne(path, to.resolve(from.relativize(path))));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What killed test runs left behind. */
    private static void removeAbandoned() throws IOException {
        try (var homes = Files.newDirectoryStream(TEMPLATE.resolveSibling("."), "test-home-*")) {
            for (Path home : homes) {
                long pid = Long.parseLong(home.getFileName().toString().split("-", -1)[2]);
                if (ProcessHandle.of(pid).isEmpty()) {
                    FileSystemUtils.deleteRecursively(home);
                }
            }
        }
    }
}
