package app.clientele.database.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The folder everything lives in, held by one application at a time: the lock ends with the
 * process, however it ends.
 */
final class HomeFolder implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path home;
    private final FileChannel lock;
    private final int user;

    private HomeFolder(Path home, FileChannel lock, int user) {
        this.home = home;
        this.lock = lock;
        this.user = user;
    }

    static HomeFolder open(Path wanted) throws IOException {
        if (!Files.exists(wanted)) {
            Files.createDirectories(wanted);
            makePrivate(wanted);
        }
        Path home = wanted.toRealPath();
        int user = Math.toIntExact(new UnixSystem().getUid());
        refuseForeignOwner(postgres(home), user);
        refuseForeignOwner(postgres(home).resolve("data"), user);
        FileChannel lock = lock(home);
        try {
            Files.createDirectories(postgres(home));
            makePrivate(postgres(home));
            return new HomeFolder(home, lock, user);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Path path() {
        return home;
    }

    Path postgres() {
        return postgres(home);
    }

    Path data() {
        return postgres().resolve("data");
    }

    Path log() {
        return postgres().resolve("server.log");
    }

    /** PostgreSQL does not run as root. */
    boolean ownedByRoot() {
        return user == 0;
    }

    /** A random password, made once and kept where only this user reads it. */
    String password(String role) throws IOException {
        Optional<String> kept = read(role + ".password");
        if (kept.isPresent()) {
            return kept.get();
        }
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        write(role + ".password", made);
        return made;
    }

    Path passwordFile(String role) {
        return postgres().resolve(role + ".password");
    }

    Optional<String> read(String name) throws IOException {
        Path file = postgres().resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** Whole or not at all, also when the power goes. */
    void write(String name, String text) throws IOException {
        Path aside = postgres().resolve(name + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(
                aside,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, text + "\n", StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        Files.move(aside, postgres().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new DatabaseRefused("The lock on " + home + " could not be released.", e);
        }
    }

    static void makePrivate(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static Path postgres(Path home) {
        return home.resolve("postgres");
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel =
                FileChannel.open(
                        home.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            held = false; // another server of this very process
        } finally {
            if (!held) {
                channel.close();
            }
        }
        if (!held) {
            throw new DatabaseRefused(
                    "Another Clientele is already running in %s: stop it first, or start this one with another clientele.home."
                            .formatted(home));
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    private static void refuseForeignOwner(Path folder, int user) throws IOException {
        if (Files.exists(folder) && !Files.getAttribute(folder, "unix:uid").equals(user)) {
            throw new DatabaseRefused(
                    "The folder %s belongs to the user %s: start Clientele as that user, or hand the folder over with `chown -R`."
                            .formatted(folder, Files.getOwner(folder).getName()));
        }
    }
}
