package app.clientele.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The data folder of a size, with the embedded database in it; everything else is known by rule.
 */
record BenchHome(Size size) {
    static final String PASSWORD = "bench-owner-of-many";

    /** Beneath the sources' build folder: made again by one command, never kept. */
    Path path() {
        return Path.of("target", "bench", size.wireName()).toAbsolutePath();
    }

    static String slug(int business) {
        return "bench-" + business;
    }

    static String email(int business) {
        return "owner@" + slug(business) + ".example";
    }

    static String key(int business) {
        return "bench-key-" + slug(business);
    }

    /**
     * The id of the n-th customer of all, counted from 0: made of its number, so that a script can
     * make it too.
     */
    static String id(long n) {
        return "%012x70008000000000000000".formatted(FIRST_ID + n);
    }

    /** The same as an expression of SQL. */
    static String idSql(String n) {
        return "(to_hex(" + FIRST_ID + " + " + n + ") || '70008000000000000000')::uuid";
    }

    /** Twelve digits long in hexadecimal, like the milliseconds a version 7 id begins with. */
    private static final long FIRST_ID = 0x100000000000L;

    int port() {
        return Integer.parseInt(read("port"));
    }

    String password(String role) {
        return read("clientele_" + role + ".password");
    }

    Path log() {
        return path().resolve("postgres/server.log");
    }

    private String read(String file) {
        try {
            return Files.readString(path().resolve("postgres").resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects as the role clientele_owner, clientele_app or clientele_admin. */
    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/clientele",
                "clientele_" + role,
                password(role));
    }

    /** The first column of the first row. */
    String one(String role, String query) throws SQLException {
        try (Connection connection = connect(role);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    void run(String role, String... statements) throws SQLException {
        try (Connection connection = connect(role);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
