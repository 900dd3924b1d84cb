package app.clientele.customers;

import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' records: made, read, changed, taken out of use and back. */
@Service
public class Customers {
    private final Sql sql;
    private final CustomerRows rows;
    private final CustomerRules rules;
    private final CustomerAddresses addresses;
    private final CustomerTags tags;
    private final Weights weights;
    private final CustomerNumbers numbers;
    private final SearchIndex index;
    private final Locks locks;
    private final ChangesSince changes;
    private final CustomerColumns columns;

    Customers(
            Sql sql,
            CustomerRows rows,
            CustomerRules rules,
            CustomerAddresses addresses,
            CustomerTags tags,
            Weights weights,
            CustomerNumbers numbers,
            SearchIndex index,
            Locks locks,
            ChangesSince changes,
            CustomerColumns columns) {
        this.sql = sql;
        this.rows = rows;
        this.rules = rules;
        this.addresses = addresses;
        this.tags = tags;
        this.weights = weights;
        this.numbers = numbers;
        this.index = index;
        this.locks = locks;
        this.changes = changes;
        this.columns = columns;
    }

    /** Makes a record and answers it. */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public Customer create(CustomerDetails details) {
        CustomerRules.Checked checked = rules.check(details, null);
        if (!details.tags().isEmpty()) {
            Caller.current().require(Permission.TAG_ASSIGN);
        }
        UUID id = Ids.next();
        long number = numbers.next();
        columns.bind(
                        sql.of(
                                """
                                insert into customer (business_id, id, number, first_name, middle_name, last_name, display_name, sort_name,
                                    emails, phones, birth_year, birth_month, birth_day, gender, pronouns, language, status_id,
                                    customer_since, referred_by_id, referred_by_name, referral_method_id, external_id,
                                    tax_company, tax_number, tax_exempt_reason, preferred_branch_id, preferred_staff, barred_staff, custom,
                                    created_via)
                                values (:business, :id, :number, :first, :middle, :last, :display, :sort, :emails::jsonb, :phones::jsonb,
                                    :year, :month, :day, :gender, :pronouns, :language, :status, :since, :referrer, :referrerName,
                                    :method, :external, :company, :taxNumber, :exempt, :branch,
                                    :preferred::jsonb, :barred::jsonb, :custom::jsonb, :via)
                                """),
                        id,
                        checked)
                .param("number", number)
                .param("via", Caller.current().door().wireName())
                .update();
        addresses.set(id, checked.details().addresses());
        tags.set(id, checked.tagIds());
        weights.addIfNew(id, checked.details().weight());
        index.put(List.of(new SearchIndex.Entry(id, checked.details(), number)));
        return get(id);
    }

    /** The whole record; contacts are masked for callers who may not see them. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Customer get(UUID id) {
        return Masking.forCaller(read(id));
    }

    private Customer read(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("customer"));
    }

    /** The records with these ids, in their order; those that do not exist are left out. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<Customer> get(List<UUID> ids) {
        var found =
                rows.find(ids).stream()
                        .collect(java.util.stream.Collectors.toMap(Customer::id, c -> c));
        return ids.stream()
                .distinct()
                .filter(found::containsKey)
                .map(found::get)
                .map(Masking::forCaller)
                .toList();
    }

    /**
     * Changes a record that is still at the version the caller read.
     *
     * @throws Stale telling who changed what meanwhile
     * @throws ProfileLocked when it is locked for the caller and more than addresses or tags change
     */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public Customer change(UUID id, int version, Function<CustomerDetails, CustomerDetails> edit) {
        Customer present = read(id);
        if (present.version() != version) {
            throw new Stale(present.version(), changes.since(id, version, present.version()));
        }
        CustomerDetails shown = Masking.forCaller(present).details();
        CustomerDetails edited = edit.apply(shown);
        Masking.refuse(edited, shown);
        return store(present, Masking.keepHidden(edited, present.details()));
    }

    /**
     * Changes some of a record whatever its version: for edits of one field and values put back.
     */
    @Requires(Permission.PROFILE_EDIT)
    @Transactional
    public Customer change(UUID id, Function<CustomerDetails, CustomerDetails> edit) {
        rows.hold(id);
        return change(id, read(id).version(), edit);
    }

    private Customer store(Customer present, CustomerDetails edited) {
        CustomerRules.Checked checked = rules.check(edited, present);
        if (!Set.copyOf(edited.tags()).equals(Set.copyOf(present.details().tags()))) {
            Caller.current().require(Permission.TAG_ASSIGN);
        }
        UUID id = present.id();
        CustomerDetails was = present.details();
        // compared as given too: the normal form of a phone may change with the business's country
        if (Locks.guards(was, edited) && Locks.guards(was, checked.details())) {
            locks.check(id);
        }
        int changed =
                columns.bind(
                                sql.of(
                                        """
                                        update customer set first_name = :first, middle_name = :middle, last_name = :last,
                                            display_name = :display, sort_name = :sort, emails = :emails::jsonb, phones = :phones::jsonb,
                                            birth_year = :year, birth_month = :month, birth_day = :day, gender = :gender,
                                            pronouns = :pronouns, language = :language, status_id = :status, customer_since = :since,
                                            referred_by_id = :referrer, referred_by_name = :referrerName,
                                            referral_method_id = :method, external_id = :external,
                                            tax_company = :company, tax_number = :taxNumber, tax_exempt_reason = :exempt,
                                            preferred_branch_id = :branch, preferred_staff = :preferred::jsonb, barred_staff = :barred::jsonb,
                                            custom = :custom::jsonb,
                                            version = version + 1, updated_at = now()
                                        where business_id = :business and id = :id and version = :version
                                        """),
                                id,
                                checked)
                        .param("version", present.version())
                        .update();
        if (changed == 0) {
            Customer now = read(id);
            throw new Stale(now.version(), changes.since(id, present.version(), now.version()));
        }
        addresses.set(id, checked.details().addresses());
        tags.set(id, checked.tagIds());
        weights.addIfNew(id, checked.details().weight());
        index.replace(id, present.details(), checked.details(), present.number());
        return get(id);
    }

    /**
     * Takes a record out of use: it can't sign in or book, and shows in lists only when asked for.
     */
    @Requires(Permission.PROFILE_DEACTIVATE)
    @Transactional
    public void deactivate(UUID id) {
        setDeactivated(id, "coalesce(deactivated_at, now())", Caller.current().actor());
    }

    @Requires(Permission.PROFILE_DEACTIVATE)
    @Transactional
    public void reactivate(UUID id) {
        setDeactivated(id, "null", null);
    }

    private void setDeactivated(UUID id, String at, @Nullable UUID by) {
        locks.check(id);
        int changed =
                sql.of(
                                "update customer set deactivated_at = "
                                        + at
                                        + ", deactivated_by = :by, version = version + 1, updated_at = now()"
                                        + " where business_id = :business and id = :id")
                        .param("by", by)
                        .param("id", id)
                        .update();
        if (changed == 0) {
            throw new NotFound("customer");
        }
    }
}
