package app.clientele.customers.batch;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Referrer;
import app.clientele.customers.CustomerNumbers;
import app.clientele.customers.Names;
import app.clientele.customers.SearchIndex;
import app.clientele.customers.StaffLists;
import app.clientele.customers.batch.CustomerBatch.Prepared;
import app.clientele.customers.choices.Choices;
import app.clientele.database.Sql;
import app.clientele.shared.Birthday;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes many new customers in a handful of statements. Arrays, not COPY: PostgreSQL allows no COPY
 * into tables with row-level security.
 */
@Component
class CustomerInserts {
    private final Sql sql;
    private final SearchIndex index;
    private final CustomerNumbers numbers;
    private final InsertsAround around;
    private final Choices choices;
    private final StaffLists staff;
    private final JsonMapper json;

    CustomerInserts(
            Sql sql,
            SearchIndex index,
            CustomerNumbers numbers,
            InsertsAround around,
            Choices choices,
            StaffLists staff,
            JsonMapper json) {
        this.sql = sql;
        this.index = index;
        this.numbers = numbers;
        this.around = around;
        this.choices = choices;
        this.staff = staff;
        this.json = json;
    }

    /** Inserts these and answers their ids in the same order. */
    List<UUID> insert(List<Prepared> rows, @Nullable UUID importId, Turn turn) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Choices.Kind, Map<String, UUID>> names = addMissingChoices(rows, turn);
        List<UUID> ids = IntStream.range(0, rows.size()).mapToObj(i -> Ids.next()).toList();
        int count = rows.size();
        long first = turn.isAlone() ? numbers.next(count) : numbers.takeApart(count);
        turn.looked();
        insertCustomers(rows, ids, first, names, importId);
        List<SearchIndex.Entry> entries = entries(rows, ids, first);
        index.add(entries);
        around.tags(rows, ids, Objects.requireNonNull(names.get(Choices.Kind.TAG)));
        around.addresses(rows, ids);
        around.notes(rows, ids, importId);
        turn.toFinish();
        index.remember(entries);
        return ids;
    }

    /** Names in the file that the business's lists lack join them; the next rows wait for them. */
    Map<Choices.Kind, Map<String, UUID>> addMissingChoices(List<Prepared> rows, Turn turn) {
        Map<Choices.Kind, Map<String, UUID>> all = new HashMap<>();
        Set<String> statuses = distinct(rows, d -> listOf(d.status()));
        Set<String> methods = distinct(rows, d -> listOf(d.referralMethod()));
        all.put(Choices.Kind.STATUS, names(Choices.Kind.STATUS, statuses, turn));
        all.put(Choices.Kind.REFERRAL_METHOD, names(Choices.Kind.REFERRAL_METHOD, methods, turn));
        all.put(
                Choices.Kind.TAG,
                names(Choices.Kind.TAG, distinct(rows, CustomerDetails::tags), turn));
        return all;
    }

    private static List<String> listOf(@Nullable String one) {
        return one == null ? List.of() : List.of(one);
    }

    private static Set<String> distinct(
            List<Prepared> rows, Function<CustomerDetails, List<String>> values) {
        Set<String> distinct = new HashSet<>();
        rows.forEach(r -> distinct.addAll(values.apply(r.details())));
        return distinct;
    }

    private Map<String, UUID> names(Choices.Kind kind, Set<String> wanted, Turn turn) {
        Map<String, UUID> found = new HashMap<>();
        for (String name : wanted) {
            found.computeIfAbsent(
                    name.toLowerCase(Locale.ROOT),
                    n -> choices.find(kind, name).orElseGet(() -> add(kind, name, turn)));
        }
        return found;
    }

    private UUID add(Choices.Kind kind, String name, Turn turn) {
        turn.hold();
        return choices.insert(kind, name, "grey");
    }

    private void insertCustomers(
            List<Prepared> rows,
            List<UUID> ids,
            long first,
            Map<Choices.Kind, Map<String, UUID>> names,
            @Nullable UUID importId) {
        Columns of = new Columns(rows);
        sql.of(
                        """
                        insert into customer (business_id, id, number, first_name, middle_name, last_name, display_name, sort_name, emails,
                            phones, birth_year, birth_month, birth_day, gender, pronouns, language, status_id, customer_since,
                            referred_by_name, referral_method_id, external_id, tax_company, tax_number, tax_exempt_reason,
                            preferred_branch_id, preferred_staff, barred_staff, custom, created_via, import_id)
                        select :business, r.id, :first + r.place - 1, r.first_name, r.middle_name, r.last_name, r.display_name, r.sort_name,
                            r.emails::jsonb, r.phones::jsonb, r.birth_year, r.birth_month, r.birth_day, r.gender, r.pronouns, r.language,
                            r.status_id, r.customer_since::date, r.referred_by_name, r.referral_method_id, r.external_id, r.tax_company,
                            r.tax_number, r.tax_exempt_reason, r.branch_id, r.preferred::jsonb, r.barred::jsonb, r.custom::jsonb, :via, :import
                        from unnest(:ids, :firsts, :middles, :lasts, :displays, :sorts, :emails, :phones, :years, :months, :days, :genders,
                            :pronouns, :languages, :statuses, :sinces, :referrers, :methods, :externals, :companies, :taxNumbers, :exempts, :branches, :preferred, :barred, :customs) with ordinality
                            r(id, first_name, middle_name, last_name, display_name, sort_name, emails, phones, birth_year, birth_month,
                              birth_day, gender, pronouns, language, status_id, customer_since, referred_by_name, referral_method_id,
                              external_id, tax_company, tax_number, tax_exempt_reason, branch_id, preferred, barred, custom, place)
                        """)
                .param("first", first)
                .param("via", Caller.current().door().wireName())
                .param("import", importId)
                .param("ids", ids.toArray(UUID[]::new))
                .param("firsts", of.texts(CustomerDetails::firstName))
                .param("middles", of.texts(CustomerDetails::middleName))
                .param("lasts", of.texts(CustomerDetails::lastName))
                .param("displays", of.texts(CustomerDetails::displayName))
                .param(
                        "sorts",
                        of.texts(d -> Names.sortKey(d.firstName(), d.middleName(), d.lastName())))
                .param("emails", of.texts(d -> json.writeValueAsString(d.emails())))
                .param("phones", of.texts(d -> json.writeValueAsString(d.phones())))
                .param("years", of.numbers(d -> d.birthday() == null ? null : d.birthday().year()))
                .param("months", of.numbers(d -> of(d.birthday(), Birthday::month)))
                .param("days", of.numbers(d -> of(d.birthday(), Birthday::day)))
                .param("genders", of.texts(CustomerDetails::gender))
                .param("pronouns", of.texts(CustomerDetails::pronouns))
                .param("languages", of.texts(CustomerDetails::language))
                .param("statuses", of.ids(d -> id(names, Choices.Kind.STATUS, d.status())))
                .param("sinces", of.texts(d -> of(d.customerSince(), Object::toString)))
                .param("referrers", of.texts(d -> of(d.referredBy(), Referrer::name)))
                .param(
                        "methods",
                        of.ids(d -> id(names, Choices.Kind.REFERRAL_METHOD, d.referralMethod())))
                .param("externals", of.texts(CustomerDetails::externalId))
                .param("companies", of.texts(d -> d.taxOrNone().company()))
                .param("taxNumbers", of.texts(d -> d.taxOrNone().number()))
                .param("exempts", of.texts(d -> d.taxOrNone().reason()))
                .param("branches", of.ids(CustomerDetails::preferredBranchId))
                .param("preferred", of.texts(staff::preferred))
                .param("barred", of.texts(staff::barred))
                .param("customs", of.texts(d -> json.writeValueAsString(d.customFields())))
                .update();
    }

    private static <T, R> @Nullable R of(@Nullable T value, Function<T, @Nullable R> part) {
        return value == null ? null : part.apply(value);
    }

    private static @Nullable UUID id(
            Map<Choices.Kind, Map<String, UUID>> names, Choices.Kind kind, @Nullable String name) {
        return name == null
                ? null
                : Objects.requireNonNull(names.get(kind)).get(name.toLowerCase(Locale.ROOT));
    }

    /** One field of all rows, as an array for the database. */
    private record Columns(List<Prepared> rows) {
        String[] texts(Function<CustomerDetails, @Nullable String> field) {
            return rows.stream().map(r -> field.apply(r.details())).toArray(String[]::new);
        }

        Integer[] numbers(Function<CustomerDetails, @Nullable Integer> field) {
            return rows.stream().map(r -> field.apply(r.details())).toArray(Integer[]::new);
        }

        UUID[] ids(Function<CustomerDetails, @Nullable UUID> field) {
            return rows.stream().map(r -> field.apply(r.details())).toArray(UUID[]::new);
        }
    }

    private static List<SearchIndex.Entry> entries(
            List<Prepared> rows, List<UUID> ids, long first) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new SearchIndex.Entry(ids.get(i), rows.get(i).details(), first + i))
                .toList();
    }
}
