package app.clientele.customers.list;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomFieldRows;
import app.clientele.customers.list.CustomerSort.Place;
import app.clientele.customers.list.ListPlaces.Found;
import app.clientele.customers.list.SearchedList.Matches;
import app.clientele.database.Plans;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
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

    private final ListPlaces places;
    private final ListRows rows;
    private final SearchedList searched;
    private final Choices choices;
    private final CustomFieldRows customFields;
    private final Customers customers;

    CustomerList(
            ListPlaces places,
            ListRows rows,
            SearchedList searched,
            Choices choices,
            CustomFieldRows customFields,
            Customers customers) {
        this.places = places;
        this.rows = rows;
        this.searched = searched;
        this.choices = choices;
        this.customFields = customFields;
        this.customers = customers;
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
     * referralMethod, referredBy, importId, company, taxExempt, preferredBranchId,
     * preferredStaffId, barredStaffId, createdWithin, createdFrom, createdTo, sinceFrom, sinceTo,
     * updatedSince, deactivated, erasure}. Statuses, tags and methods by name or id; and what
     * {@link CustomFilters} reads.
     *
     * @throws Invalid naming the parameter that can't be read
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public CustomerFilter filter(Map<String, ? extends List<String>> params) {
        return new FilterParameters(params, choices, () -> customFields.all(true)).filter();
    }

    /** A page and how many there are in all: exact up to what {@link #count} says. */
    public record Counted(Slice<CustomerRow> slice, long count) {}

    /**
     * One page; without a sort the best matches first where something is searched for, else by
     * name.
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Counted page(
            CustomerFilter filter,
            @Nullable CustomerSort wanted,
            @Nullable String cursor,
            int limit) {
        Matches matches = filter.q() == null ? null : searched.all(filter);
        Slice<UUID> ids = ids(filter, wanted, cursor, limit, matches);
        return new Counted(
                new Slice<>(rows.of(ids.rows()), ids.previous(), ids.next()),
                matches == null ? count(filter) : matches.fitting().size());
    }

    /** The whole records of who is on a page; the filter as {@link #filter} reads it. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Slice<Customer> records(
            Map<String, ? extends List<String>> params,
            @Nullable CustomerSort sort,
            @Nullable String cursor,
            int limit) {
        Slice<UUID> ids = ids(filter(params), sort, cursor, limit);
        return new Slice<>(customers.get(ids.rows()), ids.previous(), ids.next());
    }

    /** The same where something is searched for. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public Slice<Customer> foundRecords(
            Map<String, ? extends List<String>> params,
            @Nullable CustomerSort sort,
            @Nullable String cursor,
            int limit) {
        return records(params, sort, cursor, limit);
    }

    /** Who is on a page, for whoever needs other facts about them than the list shows. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public Slice<UUID> ids(
            CustomerFilter filter,
            @Nullable CustomerSort wanted,
            @Nullable String cursor,
            int limit) {
        return ids(filter, wanted, cursor, limit, null);
    }

    private Slice<UUID> ids(
            CustomerFilter filter,
            @Nullable CustomerSort wanted,
            @Nullable String cursor,
            int limit,
            @Nullable Matches matches) {
        CustomerSort sort = sort(filter, wanted);
        Place place = sort.place(cursor);
        boolean backward = place != null && place.backward();
        List<Found> found = found(filter, sort, place, limit + 1, matches);
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
                sort == CustomerSort.RELEVANCE ? searched.place(filter, of) : places.keys(sort, of);
        if (keys.isEmpty()) {
            return new Neighbours(null, null);
        }
        return new Neighbours(
                first(ids(filter, sort, sort.cursor(true, keys), 1)),
                first(ids(filter, sort, sort.cursor(false, keys), 1)));
    }

    private static @Nullable UUID first(Slice<UUID> slice) {
        return slice.rows().isEmpty() ? null : slice.rows().getFirst();
    }

    /** Whether there is such an order: a custom field may have gone. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public boolean knows(CustomerSort sort) {
        return sort.field() == null
                || customFields.all(true).stream()
                        .anyMatch(f -> f.key().equals(sort.field()) && f.type().isSortable());
    }

    private CustomerSort sort(CustomerFilter filter, @Nullable CustomerSort asked) {
        CustomerSort wanted = asked == null || knows(asked) ? asked : null;
        if (filter.q() == null) {
            return wanted == null || wanted == CustomerSort.RELEVANCE ? CustomerSort.NAME : wanted;
        }
        return wanted == null ? CustomerSort.RELEVANCE : wanted;
    }

    private List<Found> found(
            CustomerFilter filter,
            CustomerSort sort,
            @Nullable Place place,
            int most,
            @Nullable Matches matches) {
        if (sort == CustomerSort.RELEVANCE) {
            return matches == null
                    ? searched.best(filter, place, most)
                    : matches.beyond(place, most);
        }
        boolean backward = place != null && place.backward();
        if (filter.q() != null || filter.isNarrow(sort)) {
            ListConditions gathered =
                    matches == null
                            ? searched.conditions(filter)
                            : searched.among(matches.fitting(), filter);
            sort.goOn(place, gathered);
            List<Found> few = places.gather(sort, backward, gathered, most, GATHERED);
            if (few != null) {
                return few;
            }
        }
        return places.walk(sort, place, () -> searched.filtered(filter, true), most);
    }

    /**
     * How many there are, exact up to {@value #COUNTED}, or to {@value SearchedList#MOST} where
     * something is searched for.
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public long count(CustomerFilter filter) {
        return places.count(searched.conditions(filter), COUNTED + 1);
    }

    /** How many it is about, however long counting takes. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public int count(Whom whom) {
        return whom.isAll()
                ? (int)
                        places.count(
                                searched.conditions(filter(whom.list().filter())),
                                Integer.MAX_VALUE)
                : whom.ids().size();
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
        return places.byId(searched.conditions(filter), after, limit);
    }
}
