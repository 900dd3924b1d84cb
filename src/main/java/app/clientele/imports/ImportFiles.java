package app.clientele.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps uploaded lists until they are taken in or given up; they are full of personal data, so
 * readable by us alone.
 */
@Component
class ImportFiles {
    private final Path folder;

    ImportFiles(@Value("${clientele.home:data}") Path home) {
        this.folder = home.resolve("imports");
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
