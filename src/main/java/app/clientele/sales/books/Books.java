package app.clientele.sales.books;

import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reckons every balance, lot, chain, invoice and payment of a business again, and names each row
 * that does not agree with the others.
 */
@Service
public class Books {
    private static final int MOST = 1000;

    private final Sql sql;
    private final String checks = read("checks.sql");

    Books(Sql sql) {
        this.sql = sql;
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name, Books.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A row that does not agree.
     *
     * @param table where it stands
     * @param problem what is wrong with it, in a word for machines
     */
    public record Finding(String table, UUID id, String problem) {}

    /**
     * What came of it.
     *
     * @param accounts how many accounts there are
     * @param entries how many entries stand in them
     * @param findings the first thousand rows that do not agree
     */
    public record Verification(
            boolean sound, long accounts, long entries, long invoices, List<Finding> findings) {}

    private record Counts(long accounts, long entries, long invoices) {}

    /** Reckons all of it again, as it was at one moment. */
    @Requires(Permission.SETTINGS_SALES)
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        List<Finding> findings = sql.of(checks).param("most", MOST).query(Finding.class).list();
        Counts counts =
                sql.of(
                                """
                                select (select count(*) from ledger_account where business_id = :business) accounts,
                                       (select count(*) from ledger_entry where business_id = :business) entries,
                                       (select count(*) from invoice where business_id = :business) invoices
                                """)
                        .query(Counts.class)
                        .single();
        return new Verification(
                findings.isEmpty(),
                counts.accounts(),
                counts.entries(),
                counts.invoices(),
                findings);
    }
}
