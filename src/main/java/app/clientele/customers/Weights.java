package app.clientele.customers;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails.Weight;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer's weighings, each with its date and who wrote it down. */
@Service
public class Weights {
    private static final int SHOWN = 200;

    private final Sql sql;
    private final Businesses businesses;
    private final CustomerRows customers;
    private final Locks locks;
    private final Clock clock;

    Weights(Sql sql, Businesses businesses, CustomerRows customers, Locks locks, Clock clock) {
        this.sql = sql;
        this.businesses = businesses;
        this.customers = customers;
        this.locks = locks;
        this.clock = clock;
    }

    /** A weighing as the history shows it. */
    public record Weighing(
            UUID id,
            LocalDate date,
            BigDecimal value,
            String unit,
            int grams,
            @Nullable String by) {}

    /** The latest weighings, newest first. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<Weighing> of(UUID customer) {
        return of(customer, null, SHOWN).items();
    }

    /** Weighings, newest first. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Page<Weighing> of(UUID customer, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 2);
        List<Weighing> found =
                read(
                        customer,
                        from == null ? "" : "and (w.on_date, w.id) < (:date::date, :id::uuid)",
                        from == null ? Map.of() : Map.of("date", from.date(0), "id", from.id(1)),
                        limit + 1);
        if (found.isEmpty()) {
            customers.require(customer);
        }
        return Page.of(found, limit, w -> Cursor.of(w.date(), w.id()));
    }

    private List<Weighing> read(UUID customer, String which, Map<String, Object> params, int most) {
        return sql.of(
                        """
                        select w.id, w.on_date, w.grams, w.unit, a.name by_name from customer_weight w
                        left join actor a on a.business_id = :business and a.id = w.created_by
                        where w.business_id = :business and w.customer_id = :customer %s
                        order by w.on_date desc, w.id desc limit :most
                        """
                                .formatted(which))
                .param("customer", customer)
                .param("most", most)
                .params(params)
                .query((row, number) ->
                        new Weighing(
                                row.getObject("id", UUID.class),
                                row.getObject("on_date", LocalDate.class),
                                WeightUnit.of(row.getString("unit")).value(row.getInt("grams")),
                                row.getString("unit"),
                                row.getInt("grams"),
                                row.getString("by_name")))
                .list();
    }

    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Weighing get(UUID customer, UUID id) {
        return read(customer, "and w.id = :id", Map.of("id", id), 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("weighing"));
    }

    /** What is wrong with a weighing besides what its fields tell each by itself. */
    static List<Problem> problems(Weight weight, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (weight.date() != null && weight.date().isAfter(today)) {
            problems.add(new Problem("date", "must_not_be_future"));
        }
        BigDecimal most = WeightUnit.most(weight.unit());
        if (most != null && weight.value() != null && weight.value().compareTo(most) > 0) {
            problems.add(new Problem("value", "too_large", most));
        }
        return problems;
    }

    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public UUID add(UUID customer, Weight weight) {
        Validation.check(weight);
        List<Problem> problems = problems(weight, today());
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        LocalDate date = Optional.ofNullable(weight.date()).orElseGet(this::today);
        locks.check(customer);
        UUID id = Ids.next();
        int added =
                sql.of(
                                """
                                insert into customer_weight (business_id, id, customer_id, on_date, grams, unit, created_by)
                                select :business, :id, c.id, :date, :grams, :unit, :by from customer c
                                where c.business_id = :business and c.id = :customer
                                """)
                        .param("id", id)
                        .param("customer", customer)
                        .param("date", date)
                        .param(
                                "grams",
                                WeightUnit.of(requireNonNull(weight.unit()))
                                        .grams(requireNonNull(weight.value())))
                        .param("unit", weight.unit())
                        .param("by", Caller.current().actor())
                        .update();
        if (added == 0) {
            throw new NotFound("customer");
        }
        return id;
    }

    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public void delete(UUID customer, UUID id) {
        locks.check(customer);
        int deleted =
                sql.of(
                                "delete from customer_weight where business_id = :business and customer_id = :customer and id = :id")
                        .param("customer", customer)
                        .param("id", id)
                        .update();
        if (deleted == 0) {
            throw new NotFound("weighing");
        }
    }

    /** Adds a weighing that came with the record, unless it is the one already known. */
    void addIfNew(UUID customer, @Nullable Weight weight) {
        if (weight == null) {
            return;
        }
        int grams =
                WeightUnit.of(requireNonNull(weight.unit())).grams(requireNonNull(weight.value()));
        boolean known =
                of(customer).stream()
                        .findFirst()
                        .filter(w ->
                                Math.abs(w.grams() - grams) < 100 && w.unit().equals(weight.unit()))
                        .filter(w -> weight.date() == null || weight.date().equals(w.date()))
                        .isPresent();
        if (!known) {
            add(customer, weight);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(businesses.current().zone()));
    }
}
