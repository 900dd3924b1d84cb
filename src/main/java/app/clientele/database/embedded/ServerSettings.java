package app.clientele.database.embedded;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PostgreSQL's settings for an application with a few dozen connections on a small machine. */
final class ServerSettings {
    /** Few: our passwords are random, and every new connection would pay for stretching them. */
    static final int SCRAM_ITERATIONS = 64;

    private ServerSettings() {}

    static void write(HomeFolder home) throws IOException {
        Path own = home.postgres().resolve("local.conf");
        if (!Files.exists(own)) {
            home.write("local.conf", "# Your own PostgreSQL settings; they win over ours.");
        }
        Path aside = home.data().resolve("postgresql.conf.new");
        Files.writeString(aside, text(own, memoryInMegabytes()));
        Files.move(
                aside,
                home.data().resolve("postgresql.conf"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(Path own, long memory) {
        return """
        # Written by Clientele at every start. Your own settings go into %s,
        # which is read last; fsync, synchronous_commit and full_page_writes stay on.
        max_connections = 80
        superuser_reserved_connections = 3
        shared_buffers = %sMB
        effective_cache_size = %sMB
        work_mem = 8MB
        maintenance_work_mem = 128MB
        random_page_cost = 1.1
        jit = off
        scram_iterations = %s

        fsync = on
        synchronous_commit = on
        full_page_writes = on
        # replica: a backup can be taken while serving
        wal_level = replica
        max_wal_senders = 0
        min_wal_size = 128MB
        # bounds the time a start after a crash takes
        max_wal_size = 1GB
        checkpoint_timeout = 5min

        autovacuum_vacuum_scale_factor = 0.05
        autovacuum_analyze_scale_factor = 0.02
        idle_in_transaction_session_timeout = 5min

        timezone = UTC
        log_timezone = UTC
        datestyle = 'iso, mdy'
        lc_messages = C
        default_text_search_config = 'pg_catalog.simple'

        # What concerns the server, never a statement's error: those carry personal data and the
        # application reports them itself.
        log_min_messages = log
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_checkpoints = off
        log_line_prefix = '%%m [%%p] '
        cluster_name = clientele

        include_if_exists '%s'
        """
                .formatted(
                        own,
                        Math.clamp(memory / 8, 128, 4096),
                        memory / 2,
                        SCRAM_ITERATIONS,
                        quoted(own));
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }

    /** What this machine, or the container around us, has. */
    private static long memoryInMegabytes() {
        var system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getTotalMemorySize() >> 20;
    }
}
