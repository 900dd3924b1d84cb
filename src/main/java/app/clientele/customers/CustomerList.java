package app.clientele.customers;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.CustomerFilter.Days;
import app.clientele.customers.CustomerFilter.Deactivated;
import app.clientele.customers.CustomerSort.Place;
import app.clientele.customers.ListPlaces.Found;
import app.clientele.database.Sql;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of customers: filtered, in order, page by page, as fast for a million as for a thousand.
 *
 * <p>Few matches are gathered and sorted; many are met by walking along the order's index until a
 * page is full. Which of the two it is shows by gathering up to a limit, not by the planner's
 * guess.
 */
@Service
public class CustomerList {
    /** Up to here {@link #count} is exact; one more stands for "and more". */
    public static final int COUNTED = 10_000;

    private static final int GATHERED = 3_000;
    private static final int SEARCHED = 1_000;

    private final Sql sql;
    private final ListPlaces places;
    private final ListRows rows;
    private final CustomerSearch search;
    private final Choices choices;
    private final Businesses businesses;
    private final Clock clock;

    CustomerList(
            Sql sql,
            ListPlaces places,
            ListRows rows,
            CustomerSearch search,
            Choices choices,
            Businesses businesses,
            Clock clock) {
        this.sql = sql;
        this.places = places;
        this.rows = rows;
        this.search = search;
        this.choices = choices;
        this.businesses = businesses;
        this.clock = clock;
    }

    /**
     * Some of a list, with the way back and on.
     *
     * @param previous cursor of the page before, if there is one
     */
    public record Slice<T>(List<T> rows, @Nullable String previous, @Nullable String next) {}

    /**
     * Reads a filter from the parameters of an address: {@code q, status, tag, tagAll, email,
     * phone, externalId, hasEmail, hasPhone, birthdayMonth, language, gender, createdVia,
     * referralMethod, referredBy, importId, createdWithin, createdFrom, createdTo, sinceFrom,
     * sinceTo, updatedSince, deactivated}. Statuses, tags and methods by name or id.
     *
     * @throws Invalid naming the parameter that can't be read
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public CustomerFilter filter(Map<String, ? extends List<String>> params) {
        return new FilterParameters(params, choices).filter();
    }

    /**
     * One page; without a sort the best matches first where something is searched for, else by
     * name.
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Slice<CustomerRow> page(
            CustomerFilter filter,
            @Nullable CustomerSort sort,
            @Nullable String cursor,
            int limit) {
        Slice<UUID> ids = ids(filter, sort, cursor, limit);
        return new Slice<>(rows.of(ids.rows()), ids.previous(), ids.next());
    }

    /** Who is on a page, for whoever needs other facts about them than the list shows. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Slice<UUID> ids(
            CustomerFilter filter,
            @Nullable CustomerSort wanted,
            @Nullable String cursor,
            int limit) {
        CustomerSort sort = sort(filter, wanted);
        Place place = sort.place(cursor);
        boolean backward = place != null && place.backward();
        List<Found> found = found(filter, sort, place, limit + 1);
        boolean more = found.size() > limit;
        List<Found> shown = more ? found.subList(0, limit) : found;
        if (backward) {
            shown = shown.reversed();
        }
        if (shown.isEmpty()) {
            return new Slice<>(List.of(), null, null);
        }
        boolean before = backward ? more : place != null;
        boolean after = backward || more;
        return new Slice<>(
                shown.stream().map(Found::id).toList(),
                before ? sort.cursor(true, shown.getFirst().keys()) : null,
                after ? sort.cursor(false, shown.getLast().keys()) : null);
    }

    /** Who stands before and after somebody in a list. */
    public record Neighbours(@Nullable UUID previous, @Nullable UUID next) {}

    /** The neighbours of a customer in a list; none for somebody who is not in it. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Neighbours neighbours(CustomerFilter filter, @Nullable CustomerSort wanted, UUID of) {
        CustomerSort sort = sort(filter, wanted);
        List<String> keys =
                sort == CustomerSort.RELEVANCE ? rankOf(filter, of) : places.keys(sort, of);
        if (keys.isEmpty()) {
            return new Neighbours(null, null);
        }
        return new Neighbours(
                first(ids(filter, sort, sort.cursor(true, keys), 1)),
                first(ids(filter, sort, sort.cursor(false, keys), 1)));
    }

    private List<String> rankOf(CustomerFilter filter, UUID customer) {
        int rank = search.ids(String.valueOf(filter.q()), SEARCHED).indexOf(customer);
        return rank < 0 ? List.of() : List.of(String.valueOf(rank), customer.toString());
    }

    private static @Nullable UUID first(Slice<UUID> slice) {
        return slice.rows().isEmpty() ? null : slice.rows().getFirst();
    }

    private static CustomerSort sort(CustomerFilter filter, @Nullable CustomerSort wanted) {
        if (filter.q() == null) {
            return wanted == null || wanted == CustomerSort.RELEVANCE ? CustomerSort.NAME : wanted;
        }
        return wanted == null ? CustomerSort.RELEVANCE : wanted;
    }

    private List<Found> found(
            CustomerFilter filter, CustomerSort sort, @Nullable Place place, int most) {
        if (sort == CustomerSort.RELEVANCE) {
            return ranked(filter, place, most);
        }
        boolean backward = place != null && place.backward();
        if (filter.q() != null || isNarrow(filter, sort)) {
            ListConditions gathered = conditions(filter, false);
            sort.goOn(place, gathered);
            List<Found> few = places.gather(sort, backward, gathered, most, GATHERED);
            if (few != null) {
                return few;
            }
        }
        ListConditions walked = conditions(filter, true);
        sort.goOn(place, walked);
        return places.walk(sort, backward, walked, most);
    }

    /**
     * The best matches after (or before) a place; should that one be gone, after as many as were
     * before it.
     */
    private List<Found> ranked(CustomerFilter filter, @Nullable Place place, int most) {
        int rank = place == null ? 0 : Math.clamp((int) place.values().getFirst(), 0, SEARCHED);
        int needed = isNarrow(filter, CustomerSort.NAME) ? SEARCHED : rank + 2 * most;
        return ranked(filter, place, most, Math.min(SEARCHED, needed));
    }

    private List<Found> ranked(
            CustomerFilter filter, @Nullable Place place, int most, int searched) {
        List<UUID> ids = search.ids(String.valueOf(filter.q()), searched);
        List<UUID> some = place == null ? ids : beyond(place, ids);
        List<UUID> fitting = places.pick(some, unsearched(filter, false), most);
        if (fitting.size() < most && ids.size() == searched && searched < SEARCHED) {
            return ranked(filter, place, most, SEARCHED);
        }
        return fitting.stream()
                .map(id -> new Found(id, List.of(String.valueOf(ids.indexOf(id)), id.toString())))
                .toList();
    }

    private static List<UUID> beyond(Place place, List<UUID> ids) {
        int at = ids.indexOf((UUID) place.values().getLast());
        int rank = Math.clamp((int) place.values().getFirst(), 0, ids.size());
        return place.backward()
                ? ids.subList(0, at < 0 ? rank : at).reversed()
                : ids.subList(at < 0 ? rank : at + 1, ids.size());
    }

    /** Whether perhaps few fit, and no index has just those in this order. */
    private static boolean isNarrow(CustomerFilter f, CustomerSort sort) {
        return f.statuses().size() > (sort == CustomerSort.NAME ? 1 : 0)
                || !f.anyTag().isEmpty()
                || !f.allTags().isEmpty()
                || f.email() != null
                || f.phone() != null
                || f.externalId() != null
                || f.birthdayMonth() != null && sort != CustomerSort.BIRTHDAY
                || f.language() != null
                || f.gender() != null
                || f.createdVia() != null
                || f.referralMethod() != null
                || f.referredBy() != null
                || f.importId() != null
                || !f.customerSince().equals(Days.ANY)
                || sort != CustomerSort.NEWEST
                        && sort != CustomerSort.OLDEST
                        && (f.createdWithin() != null || !f.created().equals(Days.ANY))
                || sort != CustomerSort.UPDATED
                        && sort != CustomerSort.RECENTLY_UPDATED
                        && f.updatedSince() != null
                || f.deactivated() == Deactivated.ONLY && sort != CustomerSort.NAME;
    }

    private ListConditions conditions(CustomerFilter filter, boolean walking) {
        ListConditions conditions = unsearched(filter, walking);
        if (filter.q() != null) {
            UUID[] ids = search.ids(filter.q(), SEARCHED).toArray(UUID[]::new);
            conditions.add("c.id = any(:found)", Map.of("found", ids));
        }
        return conditions;
    }

    private ListConditions unsearched(CustomerFilter filter, boolean walking) {
        Business business = businesses.current();
        return new ListConditions(filter, business.country(), business.zone(), clock, walking);
    }

    /**
     * How many there are, exact up to {@value #COUNTED}, or to {@value #SEARCHED} where something
     * is searched for.
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public long count(CustomerFilter filter) {
        return count(filter, " limit " + (COUNTED + 1));
    }

    /** How many it is about, however long counting takes. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public int count(Whom whom) {
        return whom.isAll() ? (int) count(filter(whom.list().filter()), "") : whom.ids().size();
    }

    private long count(CustomerFilter filter, String limit) {
        ListConditions conditions = conditions(filter, false);
        return sql.of(
                        "select count(*) from (select from customer c where "
                                + conditions
                                + limit
                                + ") x")
                .params(conditions.params())
                .query(Long.class)
                .single();
    }

    /** What these customers are called. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        return rows.of(List.copyOf(ids)).stream()
                .collect(Collectors.toMap(CustomerRow::id, CustomerRow::name, (a, b) -> a));
    }

    /** Those after an id, in the order of their ids: for going through all of them in turns. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<UUID> all(CustomerFilter filter, @Nullable UUID after, int limit) {
        ListConditions conditions = conditions(filter, false);
        if (after != null) {
            conditions.add("c.id > :after", Map.of("after", after));
        }
        return sql.of(
                        "select c.id from customer c where "
                                + conditions
                                + " order by c.id limit :most")
                .params(conditions.params())
                .param("most", limit)
                .query(UUID.class)
                .list();
    }
}
