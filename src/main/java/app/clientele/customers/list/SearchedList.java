package app.clientele.customers.list;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.customers.list.CustomerSort.Place;
import app.clientele.customers.list.ListPlaces.Found;
import app.clientele.customers.search.CustomerSearch;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the search box of the list finds among those its filter lets through. */
@Component
class SearchedList {
    /** A list that is searched goes no further. */
    static final int MOST = 1_000;

    private final ListPlaces places;
    private final CustomerSearch search;
    private final Businesses businesses;
    private final Clock clock;

    SearchedList(ListPlaces places, CustomerSearch search, Businesses businesses, Clock clock) {
        this.places = places;
        this.search = search;
        this.businesses = businesses;
        this.clock = clock;
    }

    /**
     * The matches of a search, best first.
     *
     * @param found all that were found; a customer's rank is their place here
     * @param fitting those of them that the filter lets through
     */
    record Matches(List<UUID> found, List<UUID> fitting) {
        /**
         * The best after (or before) a place; should whoever stood there be gone, after as many as
         * were before.
         */
        List<Found> beyond(@Nullable Place place, int most) {
            List<UUID> rest = place == null ? fitting : SearchedList.beyond(place, found);
            Set<UUID> let = Set.copyOf(fitting);
            return rest.stream()
                    .filter(let::contains)
                    .limit(most)
                    .map(id -> new Found(id, place(found, id)))
                    .toList();
        }
    }

    /** All that the search finds. */
    Matches all(CustomerFilter filter) {
        List<UUID> found = search.ids(String.valueOf(filter.q()), MOST);
        return new Matches(found, places.pick(found, filtered(filter, false), MOST));
    }

    /** The best matches beyond a place, searching no longer than needed. */
    List<Found> best(CustomerFilter filter, @Nullable Place place, int most) {
        int rank = place == null ? 0 : Math.clamp((int) place.values().getFirst(), 0, MOST);
        int needed = filter.isNarrow(CustomerSort.NAME) ? MOST : rank + 2 * most;
        return best(filter, place, most, Math.min(MOST, needed));
    }

    private List<Found> best(CustomerFilter filter, @Nullable Place place, int most, int searched) {
        List<UUID> found = search.ids(String.valueOf(filter.q()), searched);
        List<UUID> some = place == null ? found : beyond(place, found);
        List<UUID> fitting = places.pick(some, filtered(filter, false), most);
        if (fitting.size() < most && found.size() == searched && searched < MOST) {
            return best(filter, place, most, MOST);
        }
        return fitting.stream().map(id -> new Found(id, place(found, id))).toList();
    }

    private static List<UUID> beyond(Place place, List<UUID> found) {
        int at = found.indexOf((UUID) place.values().getLast());
        int rank = Math.clamp((int) place.values().getFirst(), 0, found.size());
        return place.backward()
                ? found.subList(0, at < 0 ? rank : at).reversed()
                : found.subList(at < 0 ? rank : at + 1, found.size());
    }

    private static List<String> place(List<UUID> found, UUID customer) {
        return List.of(String.valueOf(found.indexOf(customer)), customer.toString());
    }

    /** Where somebody stands among the matches; nothing when they are none of them. */
    List<String> place(CustomerFilter filter, UUID customer) {
        List<UUID> found = search.ids(String.valueOf(filter.q()), MOST);
        return found.contains(customer) ? place(found, customer) : List.of();
    }

    /** Who is found, if something is searched for, and let through. */
    ListConditions conditions(CustomerFilter filter) {
        return filter.q() == null
                ? filtered(filter, false)
                : among(search.ids(filter.q(), MOST), filter);
    }

    /** Those of these who are let through. */
    ListConditions among(List<UUID> found, CustomerFilter filter) {
        ListConditions conditions = filtered(filter, false);
        conditions.add("c.id = any(:found)", Map.of("found", found.toArray(UUID[]::new)));
        return conditions;
    }

    /** Who is let through, whatever is searched for. */
    ListConditions filtered(CustomerFilter filter, boolean walking) {
        Business business = businesses.current();
        return new ListConditions(filter, business.country(), business.zone(), clock, walking);
    }
}
