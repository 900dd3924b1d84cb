package app.clientele.customers.bulk;

import app.clientele.customers.CustomerTags;
import app.clientele.customers.Customers;
import app.clientele.customers.bulk.BulkChange.Action;
import app.clientele.customers.history.Undo;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.ListQuery;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through the customers of a bulk change, a transaction each, so that one who can't be changed
 * stops nobody else. How far it came is kept after every hundred; doing one twice is the same as
 * once.
 */
@Component
class BulkRun {
    private static final int CHUNK = 100;
    private static final int MOST_FAILURES = 200;

    private final Sql sql;
    private final CustomerList list;
    private final CustomerTags tags;
    private final Customers customers;
    private final Undo undo;
    private final TransactionTemplate transactions;
    private final JsonMapper json;

    BulkRun(
            Sql sql,
            CustomerList list,
            CustomerTags tags,
            Customers customers,
            Undo undo,
            TransactionTemplate transactions,
            JsonMapper json) {
        this.sql = sql;
        this.list = list;
        this.tags = tags;
        this.customers = customers;
        this.undo = undo;
        this.transactions = transactions;
        this.json = json;
    }

    private record Job(
            UUID id,
            Action action,
            @Nullable UUID choiceId,
            @Nullable String choice,
            @Nullable String query,
            boolean undoing,
            @Nullable UUID lastId) {}

    /**
     * Why it could not be done with a customer.
     *
     * @param key message that says so
     */
    record Why(UUID customer, String key, List<String> args) {}

    /** Does the rest of what is to be done. */
    void proceed(UUID id) {
        Caller caller = Caller.current();
        boolean more = true;
        while (more) {
            Optional<Job> job = job(id);
            more = job.isPresent() && as(caller, job.get()).call(() -> chunk(job.get()));
        }
    }

    /**
     * What is done bears the change's id in the log; what is undone does not, or it would be undone
     * too.
     */
    private static Caller as(Caller caller, Job job) {
        return job.undoing() ? caller : caller.through(caller.door(), job.id());
    }

    /** Nobody should watch for ever something that will never end. */
    void giveUp(UUID id) {
        transactions.executeWithoutResult(t ->
                sql.of(
                                """
                                update bulk_change set state = case state when 'running' then 'done' else 'undone' end, finished_at = now()
                                where business_id = :business and id = :id and state in ('running', 'undoing')
                                """)
                        .param("id", id)
                        .update());
    }

    private Optional<Job> job(UUID id) {
        return transactions.execute(t ->
                sql.of(
                                """
                                select b.id, b.action, b.choice_id, c.name choice, b.query, b.state = 'undoing' undoing, b.last_id
                                from bulk_change b left join choice c on c.business_id = :business and c.id = b.choice_id
                                where b.business_id = :business and b.id = :id and b.state in ('running', 'undoing')
                                """)
                        .param("id", id)
                        .query((row, number) ->
                                new Job(
                                        id,
                                        Action.of(row.getString("action")).orElseThrow(),
                                        row.getObject("choice_id", UUID.class),
                                        row.getString("choice"),
                                        row.getString("query"),
                                        row.getBoolean("undoing"),
                                        row.getObject("last_id", UUID.class)))
                        .optional());
    }

    private record Target(UUID customer, @Nullable Long change) {}

    private boolean chunk(Job job) {
        List<Target> targets = transactions.execute(t -> job.undoing() ? changed(job) : next(job));
        List<Why> failures = new ArrayList<>();
        for (Target target : targets) {
            attempt(job, target).ifPresent(failures::add);
        }
        UUID last = targets.isEmpty() ? null : targets.getLast().customer();
        transactions.executeWithoutResult(t -> advance(job, targets.size(), last, failures));
        return targets.size() == CHUNK;
    }

    private List<Target> next(Job job) {
        List<UUID> ids =
                job.query() == null
                        ? named(job)
                        : list.all(
                                list.filter(ListQuery.parse(job.query()).filter()),
                                job.lastId(),
                                CHUNK);
        return ids.stream().map(id -> new Target(id, null)).toList();
    }

    private List<UUID> named(Job job) {
        return sql.of(
                        """
                        select i.id from bulk_change b, unnest(b.ids) i(id)
                        where b.business_id = :business and b.id = :id and (:last::uuid is null or i.id > :last)
                        order by i.id limit :most
                        """)
                .param("id", job.id())
                .param("last", job.lastId())
                .param("most", CHUNK)
                .query(UUID.class)
                .list();
    }

    private List<Target> changed(Job job) {
        return sql.of(
                        """
                        select customer_id, max(id) id from change
                        where business_id = :business and cause = :id and customer_id is not null
                            and (:last::uuid is null or customer_id > :last)
                        group by customer_id order by customer_id limit :most
                        """)
                .param("id", job.id())
                .param("last", job.lastId())
                .param("most", CHUNK)
                .query((row, number) ->
                        new Target(row.getObject("customer_id", UUID.class), row.getLong("id")))
                .list();
    }

    private Optional<Why> attempt(Job job, Target target) {
        try {
            act(job, target);
            return Optional.empty();
        } catch (Refused e) {
            var reason = e.reasons().getFirst();
            return Optional.of(why(target, "refused." + reason.code(), reason.args()));
        } catch (Invalid e) {
            var problem = e.problems().getFirst();
            return Optional.of(why(target, "invalid." + problem.code(), problem.args()));
        } catch (NotFound e) {
            return Optional.of(why(target, "customers.bulk.gone", List.of()));
        } catch (Stale e) {
            return Optional.of(why(target, "refused.changed_since", List.of()));
        } catch (NotAllowed e) {
            return Optional.of(why(target, "customers.bulk.not_allowed", List.of()));
        }
    }

    private void act(Job job, Target target) {
        if (target.change() != null) {
            Long change = target.change();
            transactions.executeWithoutResult(t -> undo.takeBack(target.customer(), change));
            return;
        }
        UUID customer = target.customer();
        switch (job.action()) {
            case TAG -> tags.add(customer, choice(job.choiceId()));
            case UNTAG -> tags.remove(customer, choice(job.choiceId()));
            case STATUS -> {
                String status = choice(job.choice());
                customers.change(customer, present -> present.with(d -> d.status = status));
            }
            case DEACTIVATE -> customers.deactivate(customer);
            case REACTIVATE -> customers.reactivate(customer);
        }
    }

    /** Somebody may have deleted the tag or status meanwhile. */
    private static <T> T choice(@Nullable T choice) {
        return Optional.ofNullable(choice).orElseThrow(() -> new NotFound("choice"));
    }

    private static Why why(Target target, String key, List<Object> args) {
        return new Why(target.customer(), key, args.stream().map(String::valueOf).toList());
    }

    private void advance(Job job, int gone, @Nullable UUID last, List<Why> failures) {
        sql.of(
                        """
                        update bulk_change set
                            done = done + case when state = 'running' then :gone else 0 end,
                            undone = undone + case when state = 'undoing' then :gone - :failed else 0 end,
                            failed = failed + :failed,
                            failures = case when jsonb_array_length(failures) < :most then failures || :failures::jsonb else failures end,
                            last_id = coalesce(:last, last_id),
                            state = case when :gone = :chunk then state when state = 'running' then 'done' else 'undone' end,
                            finished_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("gone", gone)
                .param("failed", failures.size())
                .param("most", MOST_FAILURES)
                .param("failures", json.writeValueAsString(failures))
                .param("last", last)
                .param("chunk", CHUNK)
                .param("id", job.id())
                .update();
    }
}
