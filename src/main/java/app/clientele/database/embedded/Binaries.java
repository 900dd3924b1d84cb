package app.clientele.database.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The packaged PostgreSQL programs, unpacked once per version into a folder of their own. */
record Binaries(Path folder, String version) {
    private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");

    static Binaries in(HomeFolder home) throws IOException {
        URL archive = archive();
        String version = version(archive);
        Path folder = home.postgres().resolve("bin-" + version);
        if (!Files.exists(folder)) {
            Path aside = home.postgres().resolve("bin.new");
            FileSystemUtils.deleteRecursively(aside);
            Files.createDirectory(aside);
            HomeFolder.makePrivate(aside);
            unpack(archive, aside);
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            removeOthers(folder);
        }
        return new Binaries(folder, version);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    private static void removeOthers(Path folder) throws IOException {
        try (var all = Files.newDirectoryStream(folder.resolveSibling("."), "bin-*")) {
            for (Path other : all) {
                if (!other.getFileName().equals(folder.getFileName())) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
        }
    }

    private static URL archive() {
        String name = "postgres-%s-%s.txz".formatted(system(), processor());
        URL found = Binaries.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new DatabaseRefused(
                    "This Clientele was built without the PostgreSQL programs for this machine (%s): build it here, or name a PostgreSQL of your own in clientele.database.url."
                            .formatted(name));
        }
        return found;
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.split(" ", 2)[0];
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /** The archive does not say its version; the file it comes in does. */
    private static String version(URL archive) {
        var match = VERSION.matcher(archive.toString());
        if (!match.find()) {
            throw new DatabaseRefused(
                    "The version of the packaged PostgreSQL programs cannot be told from %s: keep the file under its own name."
                            .formatted(archive));
        }
        return match.group(1);
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream raw = archive.openStream();
                var xz = new XZCompressorInputStream(new BufferedInputStream(raw, 1 << 16));
                var tar = new TarArchiveInputStream(xz)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        Files.setPosixFilePermissions(
                path,
                PosixFilePermissions.fromString(
                        (entry.getMode() & 0100) == 0 ? "rw-------" : "rwx------"));
    }
}
