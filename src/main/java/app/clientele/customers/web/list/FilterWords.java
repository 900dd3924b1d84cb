package app.clientele.customers.web.list;

import app.clientele.customers.StaffPreferences;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.list.CustomerFilter;
import app.clientele.customers.list.CustomerList;
import app.clientele.customers.list.CustomerSort;
import app.clientele.customers.list.ListQuery;
import app.clientele.site.Option;
import app.clientele.site.View;
import app.clientele.site.WorldOptions;
import java.text.ListFormat;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words what a list is narrowed by, and what one may choose. */
class FilterWords {
    private static final List<String> DAYS = List.of("1", "7", "30", "90", "365");
    private static final List<String> DOORS =
            List.of("page", "import", "api", "booking", "portal", "form");

    private final Choices choices;
    private final CustomFields customFields;
    private final StaffPreferences preferences;
    private final CustomerList list;

    FilterWords(
            Choices choices,
            CustomFields customFields,
            StaffPreferences preferences,
            CustomerList list) {
        this.preferences = preferences;
        this.choices = choices;
        this.customFields = customFields;
        this.list = list;
    }

    /** The filters in use, each as a phrase one can take away. */
    List<FilterChip> chips(View view, ListQuery query, CustomerFilter filter) {
        Map<UUID, String> names = names(filter);
        return Stream.concat(
                        Arrays.stream(FilterField.values())
                                .filter(f -> f.parameters().stream().anyMatch(query::has))
                                .map(f ->
                                        chip(view, query, f, text(view, f, query, filter, names))),
                        filter.custom().stream()
                                .map(custom -> CustomFilterWords.chip(view, query, custom)))
                .toList();
    }

    /** All a list is narrowed by and its order, the words sought included. */
    List<String> phrases(View view, ListQuery query, CustomerFilter filter) {
        List<String> phrases = new ArrayList<>();
        Stream.ofNullable(query.value("q"))
                .forEach(q -> phrases.add(view.t("customers.view.sought", q)));
        chips(view, query, filter).forEach(chip -> phrases.add(chip.text()));
        Stream.ofNullable(query.order()).map(order -> sort(view, order)).forEach(phrases::add);
        return phrases;
    }

    private String sort(View view, CustomerSort order) {
        return order.field() == null
                ? view.t("customers.sort." + order.wireName())
                : sort(view, order, customFields.all(true));
    }

    /** An order by what the business calls its own field. */
    static String sort(View view, CustomerSort order, List<CustomField> fields) {
        String label =
                fields.stream()
                        .filter(f -> f.key().equals(order.field()))
                        .map(CustomField::label)
                        .findFirst()
                        .orElse("?");
        return view.t(
                order.descending() ? "customers.sort.custom.descending" : "customers.sort.custom",
                label);
    }

    private Map<UUID, String> names(CustomerFilter filter) {
        Set<UUID> ids = new HashSet<>(filter.statuses());
        ids.addAll(filter.anyTag());
        ids.addAll(filter.allTags());
        Stream.ofNullable(filter.referralMethod()).forEach(ids::add);
        return choices.names(ids);
    }

    private static FilterChip chip(View view, ListQuery query, FilterField field, String text) {
        ListQuery without = query;
        for (String parameter : field.parameters()) {
            without = without.without(parameter);
        }
        boolean given = field.kind() == FilterField.Kind.GIVEN;
        return new FilterChip(text, without.path(), given ? "" : edit(field, query));
    }

    /** Where to choose the values of a filter. */
    static String edit(FilterField field, ListQuery query) {
        String asked = query.toString();
        return "/customers/filter/" + field.path() + (asked.isEmpty() ? "" : "?" + asked);
    }

    private String text(
            View view,
            FilterField field,
            ListQuery query,
            CustomerFilter filter,
            Map<UUID, String> names) {
        String value = String.valueOf(query.value(field.parameter()));
        String key = "customers.chip." + field.path();
        return switch (field) {
            case STATUS -> view.t(key, or(view, named(filter.statuses(), names)));
            case TAG -> view.t(key, or(view, named(filter.anyTag(), names)));
            case TAG_ALL -> view.t(key, and(view, named(filter.allTags(), names)));
            case REFERRAL ->
                    view.t(key, or(view, named(List.of(orNobody(filter.referralMethod())), names)));
            case PHONE, EMAIL, TAX_EXEMPT, LOCKED, DEACTIVATED, ERASURE ->
                    view.t(key + "." + value);
            case BRANCH -> view.t(key, chosen(view, field, value));
            case STAFF, BARRED ->
                    view.t(
                            key,
                            or(
                                    view,
                                    labels(options(view, field), query.values(field.parameter()))));
            case CREATED -> days(view, key, filter.created());
            case SINCE -> days(view, key, filter.customerSince());
            case REFERRER -> view.t(key, nameOf(orNobody(filter.referredBy())));
            case IMPORT -> view.t(key);
            case UPDATED ->
                    filter.updatedSince() == null
                            ? view.t(key, value)
                            : view.t(key, view.dateTime(filter.updatedSince()));
            case BIRTHDAY, CREATED_WITHIN, LANGUAGE, GENDER, VIA ->
                    view.t(key, chosen(view, field, value));
            case ADDRESS, NUMBER, EXTERNAL, COMPANY -> view.t(key, value);
        };
    }

    private static UUID orNobody(@Nullable UUID id) {
        return id == null ? new UUID(0, 0) : id;
    }

    private String nameOf(UUID customer) {
        return list.names(List.of(customer)).getOrDefault(customer, "?");
    }

    private static List<String> named(Collection<UUID> ids, Map<UUID, String> names) {
        return ids.stream().map(id -> names.getOrDefault(id, "?")).toList();
    }

    private static String or(View view, List<String> names) {
        return listed(view, names, ListFormat.Type.OR);
    }

    private static String and(View view, List<String> names) {
        return listed(view, names, ListFormat.Type.STANDARD);
    }

    private static String listed(View view, List<String> names, ListFormat.Type type) {
        return names.isEmpty()
                ? ""
                : ListFormat.getInstance(view.locale(), type, ListFormat.Style.FULL).format(names);
    }

    private static String days(View view, String key, CustomerFilter.Days days) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from == null || to == null) {
            LocalDate only = from == null ? to : from;
            String open = from == null ? ".until" : ".from";
            return view.t(key + open, only == null ? "" : view.date(only));
        }
        return view.t(key, view.date(from), view.date(to));
    }

    private String chosen(View view, FilterField field, String value) {
        return label(options(view, field), value);
    }

    private static List<String> labels(List<Option> options, List<String> values) {
        return values.stream().map(value -> label(options, value)).toList();
    }

    private static String label(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }

    /** What one may choose for a filter. */
    List<Option> options(View view, FilterField field) {
        return switch (field) {
            case STATUS -> entries(Choices.Kind.STATUS);
            case TAG -> entries(Choices.Kind.TAG);
            case REFERRAL -> entries(Choices.Kind.REFERRAL_METHOD);
            case GENDER ->
                    choices.all(Choices.Kind.GENDER, false).stream()
                            .map(c -> new Option(c.name(), c.name()))
                            .toList();
            case BRANCH ->
                    preferences.team().branches().stream()
                            .map(b -> new Option(b.id().toString(), b.name()))
                            .toList();
            case STAFF, BARRED ->
                    preferences.team().staff().stream()
                            .map(c -> new Option(c.id().toString(), c.name()))
                            .toList();
            case BIRTHDAY -> months(view.locale());
            case CREATED_WITHIN ->
                    DAYS.stream()
                            .map(d -> new Option(d, view.tn("customers.days", Long.parseLong(d))))
                            .toList();
            case LANGUAGE -> WorldOptions.languages(view.locale());
            case VIA -> words(view, "customers.via.", DOORS);
            case PHONE, EMAIL, TAX_EXEMPT, LOCKED ->
                    words(view, "customers.chip." + field.path() + ".", List.of("true", "false"));
            case ERASURE -> words(view, "customers.chip.erasure.", List.of("waiting", "flagged"));
            case DEACTIVATED -> words(view, "customers.chip.deactivated.", List.of("with", "only"));
            default -> List.of();
        };
    }

    private static List<Option> words(View view, String prefix, List<String> values) {
        return values.stream().map(v -> new Option(v, view.t(prefix + v))).toList();
    }

    private List<Option> entries(Choices.Kind kind) {
        return choices.all(kind, false).stream()
                .map(c -> new Option(c.id().toString(), c.name()))
                .toList();
    }

    private static List<Option> months(Locale locale) {
        return Arrays.stream(Month.values())
                .map(m ->
                        new Option(
                                String.valueOf(m.getValue()),
                                m.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .toList();
    }
}
