package app.clientele.customers.erasing;

import app.clientele.customers.SeenSource;
import app.clientele.customers.erasing.Erasure.Why;
import app.clientele.customers.erasing.RetentionRows.Candidate;
import app.clientele.database.Sql;
import app.clientele.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for people whom a business's rule forgets, and begins with those whose notice is over. */
@Component
class RetentionRun {
    private static final int STEP = 1000;

    private final Sql sql;
    private final RetentionRows rows;
    private final ErasureRules rules;
    private final Erasures erasures;
    private final List<SeenSource> sources;
    private final TransactionTemplate transactions;

    RetentionRun(
            Sql sql,
            RetentionRows rows,
            ErasureRules rules,
            Erasures erasures,
            List<SeenSource> sources,
            TransactionTemplate transactions) {
        this.sql = sql;
        this.rows = rows;
        this.rules = rules;
        this.erasures = erasures;
        this.sources = sources;
        this.transactions = transactions;
    }

    /** The businesses with such a rule, or with what one left. */
    @Transactional(readOnly = true)
    public List<UUID> businesses() {
        return sql.acrossBusinesses("select businesses_that_forget()").query(UUID.class).list();
    }

    /** Does the day's work in one business: flags, lets go who was seen again, and begins. */
    void run() {
        ErasureRule rule = rules.current();
        transactions.executeWithoutResult(t -> rows.forgetOld(rule.retentionYears() == null));
        if (rule.retentionYears() != null) {
            letGo(moment(rule.retentionYears(), rule.noticeDays()));
            flag(rule.retentionYears(), rule.noticeDays());
            begin();
        }
    }

    /** Whoever was not seen since then will be due when the notice is over. */
    private Instant moment(int years, int notice) {
        return rows.today()
                .minusYears(years)
                .plusDays(notice)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private void letGo(Instant since) {
        UUID last = null;
        boolean more = true;
        while (more) {
            UUID after = last;
            List<UUID> flagged = transactions.execute(t -> rows.flagged(after, STEP));
            transactions.executeWithoutResult(t -> rows.forget(seen(flagged, since)));
            more = flagged.size() == STEP;
            last = flagged.isEmpty() ? null : flagged.getLast();
        }
    }

    private Set<UUID> seen(Collection<UUID> ids, Instant since) {
        Set<UUID> seen = new HashSet<>();
        sources.forEach(source -> seen.addAll(source.seenSince(ids, since)));
        return seen;
    }

    private void flag(int years, int notice) {
        Candidate last = null;
        boolean more = true;
        while (more) {
            Candidate after = last;
            List<Candidate> some = transactions.execute(t -> flagSome(years, notice, after));
            more = some.size() == STEP;
            last = some.isEmpty() ? null : some.getLast();
        }
    }

    private List<Candidate> flagSome(int years, int notice, @Nullable Candidate after) {
        Instant since = moment(years, notice);
        List<Candidate> some = rows.untouched(since, after, STEP);
        Set<UUID> seen = seen(some.stream().map(Candidate::id).toList(), since);
        LocalDate soonest = rows.today().plusDays(notice);
        for (Candidate each : some) {
            LocalDate due = each.updatedAt().toLocalDate().plusYears(years);
            if (!seen.contains(each.id())) {
                rows.flag(each.id(), due.isBefore(soonest) ? soonest : due);
            }
        }
        return some;
    }

    /** One by one: who can't be erased stops nobody else, and stays flagged. */
    private void begin() {
        for (UUID customer : transactions.execute(t -> rows.due(STEP))) {
            try {
                transactions.executeWithoutResult(
                        t -> erasures.begin(customer, Why.RETENTION, null));
            } catch (Refused e) {
                // the list of the flagged shows them with what stands in the way
            }
        }
    }
}
