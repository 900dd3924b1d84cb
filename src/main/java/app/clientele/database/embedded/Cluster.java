package app.clientele.database.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The data folder: made once, checked at every start. */
record Cluster(HomeFolder home, Binaries binaries, Launcher launcher) {
    void prepare() throws IOException, InterruptedException {
        if (Files.exists(home.data())) {
            check();
        } else {
            create();
        }
        ServerSettings.write(home);
    }

    /** The number PostgreSQL gave this cluster when it was made; it opens the control file. */
    long systemIdentifier() throws IOException {
        try (var file = Files.newByteChannel(home.data().resolve("global/pg_control"))) {
            var first = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
            file.read(first);
            return first.getLong(0);
        }
    }

    private void check() throws IOException {
        refuseLostPasswords();
        refuseOtherVersion();
        refuseMoved();
        HomeFolder.makePrivate(home.data());
    }

    private void refuseLostPasswords() throws IOException {
        for (String role : Roles.ALL) {
            if (!Files.exists(home.passwordFile(role))) {
                throw new DatabaseRefused(
                        "The file %s, which the data beside it needs, is missing: put it back from where the folder was copied."
                                .formatted(home.passwordFile(role)));
            }
        }
    }

    private void refuseOtherVersion() throws IOException {
        Path file = home.data().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new DatabaseRefused(
                    "The folder %s holds no PostgreSQL data: move it away, or restore a backup into it."
                            .formatted(home.data()));
        }
        String version = Files.readString(file).strip();
        if (!version.equals(Integer.toString(binaries.major()))) {
            throw new DatabaseRefused(
                    "The data in %s is of PostgreSQL %s and this Clientele brings PostgreSQL %s: start the Clientele that wrote it, or restore a backup with this one."
                            .formatted(home.data(), version, binaries.major()));
        }
    }

    private void refuseMoved() throws IOException {
        String recorded = home.read("path").orElse("");
        if (recorded.isEmpty()) {
            home.write("path", home.path().toString());
        } else if (!recorded.equals(home.path().toString())) {
            throw new DatabaseRefused(
                    "The data in %s was written at %s, so it was moved or is a copy: if that is meant, delete the file %s and start again."
                            .formatted(home.path(), recorded, home.postgres().resolve("path")));
        }
    }

    private void create() throws IOException, InterruptedException {
        Path aside = home.postgres().resolve("data.new");
        FileSystemUtils.deleteRecursively(aside);
        for (String role : Roles.ALL) {
            home.password(role);
        }
        initialise(aside);
        Files.move(aside, home.data(), StandardCopyOption.ATOMIC_MOVE);
        home.write("path", home.path().toString());
    }

    private void initialise(Path folder) throws IOException, InterruptedException {
        var log = ServerLog.of(home.log());
        var initdb =
                launcher.command(
                        home.log(),
                        List.of(
                                binaries.program("initdb").toString(),
                                "--pgdata=" + folder,
                                "--username=" + Roles.ADMIN,
                                "--auth=scram-sha-256",
                                "--pwfile=" + home.passwordFile(Roles.ADMIN),
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--lc-ctype=" + letters(),
                                "--set=scram_iterations=" + ServerSettings.SCRAM_ITERATIONS,
                                "--data-checksums"));
        var process = initdb.start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw log.refusal("PostgreSQL could not make its data folder " + home.data());
        }
    }

    /**
     * What tells letters from signs to the index of word parts; with {@code C} it would know the 26
     * of English only and look through everything for names in other scripts.
     */
    private static String letters() {
        return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
    }
}
