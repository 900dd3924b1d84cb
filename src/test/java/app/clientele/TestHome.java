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

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            paths.forEach(path -> copyOne(path, to.resolve(from.relativize(path))));
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
                long pid = Long.parseLong(home.getFileName().toString().substring(10));
                if (ProcessHandle.of(pid).isEmpty()) {
                    FileSystemUtils.deleteRecursively(home);
                }
            }
        }
    }
}
