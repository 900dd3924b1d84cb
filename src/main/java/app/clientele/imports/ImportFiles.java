package app.clientele.imports;

import app.clientele.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps uploaded lists until they are taken in or given up; they are full of personal data, so
 * readable by us alone.
 */
@Component
class ImportFiles {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    ImportFiles(@Value("${clientele.home:data}") Path home, Clock clock) {
        this.folder = home.resolve("imports");
        this.clock = clock;
    }

    /**
     * Keeps a file for another while.
     *
     * @throws Refused when it was deleted
     */
    void use(UUID importId) {
        try {
            Files.setLastModifiedTime(path(importId), FileTime.from(clock.instant()));
        } catch (NoSuchFileException e) {
            throw new Refused("import_file_gone");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody's list stays for ever, tried and forgotten or broken off. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() throws IOException {
        if (Files.isDirectory(folder)) {
            Instant oldest = clock.instant().minus(KEPT);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    Path path(UUID importId) {
        return folder.resolve(importId.toString());
    }

    Path save(UUID importId, InputStream content) {
        Path path = path(importId);
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.copy(content, path);
            return path;
        } catch (IOException e) {
            delete(importId);
            throw new UncheckedIOException(e);
        }
    }

    void delete(UUID importId) {
        try {
            Files.deleteIfExists(path(importId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
