package app.clientele.customers.web.list;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.CustomerRow;
import app.clientele.customers.list.CustomerSort;
import app.clientele.customers.list.ListColumn;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.list.SavedViews.SavedView;
import app.clientele.customers.web.Shown;
import app.clientele.customers.web.custom.CustomWords;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param start the place of its first row among all, counted from one
 * @param leftOut filters of the address that could not be read
 * @param ownColumns the custom fields shown as columns, by key
 * @param fields the business's own fields in use
 * @param chosen the saved view it was opened from
 */
public record ListPage(
        View view,
        ListQuery query,
        List<FilterChip> chips,
        List<String> leftOut,
        CustomerList.Slice<CustomerRow> slice,
        long count,
        int start,
        List<ListColumn> columns,
        List<String> ownColumns,
        List<CustomField> fields,
        List<SavedView> views,
        @Nullable SavedView chosen) {
    static final int SHOWN = 50;

    public List<CustomerRow> rows() {
        return slice.rows();
    }

    /** Whether there are more than anybody counts. */
    public boolean isBeyondCount() {
        return count > CustomerList.COUNTED;
    }

    public String countText() {
        return isBeyondCount()
                ? view.t("customers.list.many")
                : view.tn("customers.list.count", count);
    }

    /** Such as <i>51–100 of 1,284</i>. */
    public String placeText() {
        return view.t(
                "customers.list.place",
                start,
                start + rows().size() - 1,
                isBeyondCount() ? view.t("customers.list.manymore") : view.number(count));
    }

    public @Nullable String previous() {
        return slice.previous() == null ? null : page(slice.previous(), Math.max(1, start - SHOWN));
    }

    public @Nullable String next() {
        return slice.next() == null ? null : page(slice.next(), start + rows().size());
    }

    private String page(String cursor, int from) {
        String path = path(query) + (path(query).contains("?") ? "&" : "?");
        return path + "cursor=" + cursor + "&from=" + from;
    }

    /** The business's own fields that the list shows, in their order. */
    public List<CustomField> own() {
        return fields.stream().filter(f -> ownColumns.contains(f.key())).toList();
    }

    /** What somebody has in one of them. */
    public String own(CustomerRow row, CustomField field) {
        return CustomWords.of(view, field, row.customFields().get(field.key()));
    }

    public String edit(CustomField field) {
        return CustomFilterWords.edit(field, query);
    }

    /** The address of a list opened from the same view. */
    public String path(ListQuery other) {
        if (chosen == null) {
            return other.path();
        }
        return other.path() + (other.path().contains("?") ? "&" : "?") + "view=" + chosen.id();
    }

    /** The profile, knowing from which list it was opened and at which place. */
    public String path(CustomerRow row) {
        String list = URLEncoder.encode(query.toString(), StandardCharsets.UTF_8);
        int at = start + rows().indexOf(row);
        return "/customers/" + row.id() + "?list=" + list + "&at=" + at;
    }

    /** Where to choose the values of a filter. */
    public String edit(FilterField field) {
        return FilterWords.edit(field, query);
    }

    public static @Nullable String birthday(View view, CustomerRow row) {
        return row.birthday() == null ? null : Shown.birthday(view, row.birthday());
    }

    public static String language(View view, String tag) {
        return Shown.language(view, tag);
    }

    public static String peek(UUID id) {
        return "/customers/" + id + "/peek";
    }

    /** Whether the view it was opened from asks for something else by now. */
    public boolean isChanged() {
        return chosen != null && !chosen.query().equals(query.toString());
    }

    public @Nullable String search() {
        return query.value("q");
    }

    public boolean isFiltered() {
        return !query.isEmpty();
    }

    // sorting

    /** The orders a column can give, the usual one first. */
    private static List<CustomerSort> orders(@Nullable ListColumn column) {
        return switch (column) {
            case null -> List.of(CustomerSort.NAME, CustomerSort.NAME_DESCENDING);
            case NUMBER -> List.of(CustomerSort.NUMBER);
            case BIRTHDAY -> List.of(CustomerSort.BIRTHDAY);
            case CREATED -> List.of(CustomerSort.NEWEST, CustomerSort.OLDEST);
            case UPDATED -> List.of(CustomerSort.RECENTLY_UPDATED, CustomerSort.UPDATED);
            default -> List.of();
        };
    }

    private CustomerSort sort() {
        CustomerSort asked = query.order();
        if (asked != null) {
            return asked;
        }
        return search() == null ? CustomerSort.NAME : CustomerSort.RELEVANCE;
    }

    /** Where a column's title leads, absent when the list can't be in its order. */
    public @Nullable String sortPath(@Nullable ListColumn column) {
        List<CustomerSort> orders = orders(column);
        if (orders.isEmpty()) {
            return null;
        }
        int now = orders.indexOf(sort());
        return path(query.sorted(orders.get((now + 1) % orders.size())));
    }

    /** Where the title of one of the business's own fields leads. */
    public @Nullable String sortPath(CustomField field) {
        boolean ascending = sort().equals(CustomerSort.custom(field.key(), false));
        return field.type().isSortable()
                ? path(query.sorted(CustomerSort.custom(field.key(), ascending)))
                : null;
    }

    public @Nullable String sorted(CustomField field) {
        return !field.key().equals(sort().field())
                ? null
                : sort().descending() ? "descending" : "ascending";
    }

    public String label(CustomerSort order) {
        return order.field() == null
                ? view.t("customers.sort." + order.wireName())
                : FilterWords.sort(view, order, fields);
    }

    /** For {@code aria-sort}: absent unless the list is in the order of this column. */
    public @Nullable String sorted(@Nullable ListColumn column) {
        if (!orders(column).contains(sort())) {
            return null;
        }
        return sort().descending() ? "descending" : "ascending";
    }

    /** The orders one may choose where there are no titles to press. */
    public List<CustomerSort> sorts() {
        return Stream.concat(
                        Stream.of(
                                CustomerSort.NAME,
                                CustomerSort.NAME_DESCENDING,
                                CustomerSort.NEWEST,
                                CustomerSort.RECENTLY_UPDATED,
                                CustomerSort.NUMBER,
                                CustomerSort.BIRTHDAY),
                        own().stream()
                                .filter(f -> f.type().isSortable())
                                .map(f -> CustomerSort.custom(f.key(), false)))
                .toList();
    }

    public boolean isSortedBy(CustomerSort order) {
        return sort().equals(order);
    }

    // what one may do

    public boolean mayPick() {
        return view.may(Permission.TAG_ASSIGN)
                || view.may(Permission.PROFILE_EDIT)
                || view.may(Permission.PROFILE_DEACTIVATE)
                || view.may(Permission.CUSTOMER_EXPORT);
    }

    /** Whether the list holds customers out of use, who can be taken back. */
    public boolean hasDeactivated() {
        return query.value("deactivated") != null;
    }

    /** Where the whole list is exported, as {@code csv} or {@code xlsx}. */
    public String export(String format) {
        String asked = query.toString();
        return "/customers/export." + format + (asked.isEmpty() ? "" : "?" + asked);
    }

    /** The tabs: everybody, then the pinned views. */
    public List<SavedView> pinned() {
        return views.stream().filter(v -> v.pinned() || v.equals(chosen)).toList();
    }

    public static String path(SavedView view) {
        return "/customers?"
                + view.query()
                + (view.query().isEmpty() ? "" : "&")
                + "view="
                + view.id();
    }
}
