package app.clientele.customers.bulk;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.bulk.BulkChange.Action;
import app.clientele.customers.bulk.BulkChange.Failure;
import app.clientele.customers.bulk.BulkChange.State;
import app.clientele.customers.bulk.BulkRun.Why;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.FilterParameters;
import app.clientele.customers.list.Whom;
import app.clientele.database.Jobs;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does one thing to many customers: a few hundred at once, more in the background; and undoes it.
 */
@Service
public class BulkChanges {
    /** So many are done while one waits. */
    public static final int AT_ONCE = 300;

    private static final Duration HELP = Duration.ofMinutes(2);

    private final Sql sql;
    private final CustomerList list;
    private final Choices choices;
    private final BulkRun run;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    BulkChanges(
            Sql sql,
            CustomerList list,
            Choices choices,
            BulkRun run,
            Jobs jobs,
            TransactionTemplate transactions,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.list = list;
        this.choices = choices;
        this.run = run;
        this.jobs = jobs;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Begins, and ends too when it is soon done.
     *
     * @param choice the tag or status, by name or id
     */
    @Requires({Permission.TAG_ASSIGN, Permission.PROFILE_EDIT, Permission.PROFILE_DEACTIVATE})
    public BulkChange start(Action action, @Nullable String choice, Whom whom) {
        check(action);
        UUID id = Ids.next();
        int total = list.count(whom);
        boolean later = total > AT_ONCE || isPartOfMore();
        transactions.executeWithoutResult(t -> {
            insert(id, action, chosen(action, choice), whom, total);
            schedule(id, later);
        });
        if (!later) {
            run.proceed(id);
        }
        return get(id);
    }

    /** Inside another transaction the refusal of one customer would take all back. */
    private static boolean isPartOfMore() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /**
     * @throws NotAllowed who may do the one to many may not do the other
     */
    public static void check(Action action) {
        if (!Caller.current().may(action.permission())) {
            throw new NotAllowed(action.permission());
        }
    }

    private @Nullable UUID chosen(Action action, @Nullable String choice) {
        Choices.Kind kind = action.kind();
        if (kind == null) {
            return null;
        }
        String field = kind.wireName();
        if (choice == null || choice.isBlank()) {
            throw new Invalid(field, "required");
        }
        UUID id = new FilterParameters(Map.of(), choices, List::of).choice(field, kind, choice);
        if (choices.all(kind, false).stream().noneMatch(c -> c.id().equals(id))) {
            throw new Invalid(field, "choice_unknown", choice);
        }
        return id;
    }

    private void insert(UUID id, Action action, @Nullable UUID choice, Whom whom, int total) {
        sql.of(
                        "delete from bulk_change where business_id = :business and created_at < now() - interval '30 days'")
                .update();
        sql.of(
                        """
                        insert into bulk_change (business_id, id, action, choice_id, ids, query, state, total, created_by)
                        values (:business, :id, :action, :choice, :ids, :query, 'running', :total, :by)
                        """)
                .param("id", id)
                .param("action", action.wireName())
                .param("choice", choice)
                .param(
                        "ids",
                        whom.isAll() ? null : whom.ids().stream().sorted().toArray(UUID[]::new))
                .param("query", whom.query())
                .param("total", total)
                .param("by", Caller.current().actor())
                .update();
    }

    /** Now, or in case this node stops before it is done. */
    private void schedule(UUID id, boolean now) {
        Caller me = Caller.current();
        var work =
                new BulkJobs.Work(
                        me.business(), me.actor(), me.door(), List.copyOf(me.permissions()), id);
        var job = BulkJobs.TASK.instance(id + "/" + Ids.next()).data(work).build();
        if (now) {
            jobs.begin(job);
        } else {
            jobs.beginAt(job, clock.instant().plus(HELP));
        }
    }

    /** How it goes or went; for a month. */
    @Requires({Permission.TAG_ASSIGN, Permission.PROFILE_EDIT, Permission.PROFILE_DEACTIVATE})
    public BulkChange get(UUID id) {
        return requireNonNull(transactions.execute(t -> own(id)));
    }

    private BulkChange own(UUID id) {
        return sql.of(
                        """
                        select b.*, c.name choice from bulk_change b
                        left join choice c on c.business_id = :business and c.id = b.choice_id
                        where b.business_id = :business and b.id = :id
                        """)
                .param("id", id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new NotFound("bulk change"));
    }

    private BulkChange read(ResultSet row, int number) throws SQLException {
        return new BulkChange(
                row.getObject("id", UUID.class),
                Action.of(row.getString("action")).orElseThrow(),
                row.getString("choice"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("undone"),
                row.getInt("failed"),
                failures(json.readValue(row.getString("failures"), new TypeReference<>() {})),
                row.getTimestamp("created_at").toInstant());
    }

    /** Names are looked up, never kept: a change must not remember whom the business forgot. */
    private List<Failure> failures(List<Why> failed) {
        Map<UUID, String> names = list.names(failed.stream().map(Why::customer).toList());
        return failed.stream()
                .map(f ->
                        new Failure(
                                f.customer(),
                                names.getOrDefault(f.customer(), ""),
                                f.key(),
                                f.args()))
                .toList();
    }

    /** Takes back what was done within a day, but for those changed again since. */
    @Requires({Permission.TAG_ASSIGN, Permission.PROFILE_EDIT, Permission.PROFILE_DEACTIVATE})
    public BulkChange undo(UUID id) {
        BulkChange done = get(id);
        check(done.action());
        boolean later = done.done() > AT_ONCE || isPartOfMore();
        boolean mine = Boolean.TRUE.equals(transactions.execute(t -> turn(id, later)));
        if (mine && !later) {
            run.proceed(id);
        }
        return get(id);
    }

    /** Only what is done and young can be undone, and only once. */
    private boolean turn(UUID id, boolean later) {
        boolean turned =
                sql.of(
                                        """
                                        update bulk_change set state = 'undoing', last_id = null, failed = 0, failures = '[]'
                                        where business_id = :business and id = :id and state = 'done'
                                            and finished_at > now() - interval '1 day'
                                        """)
                                .param("id", id)
                                .update()
                        == 1;
        if (turned) {
            schedule(id, later);
        }
        return turned;
    }
}
