package app.clientele.customers.web;

import app.clientele.business.Business;
import app.clientele.business.Feature;
import app.clientele.customers.Team;
import app.clientele.customers.choices.Choices.Kind;
import app.clientele.customers.choices.Choices.Offered;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.web.custom.CustomSection;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.View;
import app.clientele.site.WorldOptions;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The customer form as typed so far, with what one may choose from.
 *
 * @param id the customer being changed; absent for a new one
 * @param focus the list that just got another row
 */
public record CustomerForm(
        View view,
        Business business,
        @Nullable UUID id,
        MultiValueMap<String, String> fields,
        FormErrors errors,
        Map<Kind, List<Offered>> lists,
        List<CustomField> customFields,
        Team team,
        @Nullable String focus) {
    private static final int MOST_STAFF = 20;

    public String value(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Branches to choose from; a closed one only where it is chosen. */
    public List<Option> branches() {
        return team.branches().stream()
                .filter(b -> !b.closed() || b.id().toString().equals(value("preferredBranchId")))
                .map(b ->
                        new Option(
                                b.id().toString(),
                                b.closed() ? view.t("profile.branch.closed", b.name()) : b.name()))
                .toList();
    }

    /** The preferred staff by rank, with room for more. */
    public List<String> preferredStaff() {
        return Stream.concat(
                        values("preferredStaffIds[]").stream().filter(id -> !id.isEmpty()),
                        Stream.of("", ""))
                .limit(MOST_STAFF)
                .toList();
    }

    /** The rows of the barred staff, with room for one more. */
    public List<Integer> barredRows() {
        var rows = FormFields.rowsOf("barredStaff", fields).keySet();
        int next = rows.stream().mapToInt(n -> n + 1).max().orElse(0);
        return Stream.concat(rows.stream(), Stream.of(next)).limit(MOST_STAFF).toList();
    }

    /** Colleagues to choose from; one who left only where they are chosen. */
    public List<Option> colleagues(String chosen) {
        return team.staff().stream()
                .filter(c -> !c.left() || c.id().toString().equals(chosen))
                .map(c ->
                        new Option(
                                c.id().toString(),
                                c.left() ? view.t("profile.staff.gone", c.name()) : c.name()))
                .toList();
    }

    /** What is wrong with any of the preferred staff. */
    public @Nullable String staffError() {
        return Stream.concat(
                        Stream.of("preferredStaffIds"),
                        IntStream.range(0, MOST_STAFF)
                                .mapToObj(i -> "preferredStaffIds[" + i + "]"))
                .map(errors::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public List<CustomSection> sections() {
        return CustomSection.of(customFields);
    }

    /** The business's own field of this name, if it is one. */
    Optional<CustomField> custom(String name) {
        return customFields.stream().filter(f -> f.path().equals(name)).findFirst();
    }

    String label(String name) {
        return custom(name)
                .map(CustomField::label)
                .orElseGet(() -> view.t("profile.field." + name));
    }

    /** The options of a field; one that is chosen but no longer offered stays. */
    public List<Option> options(CustomField field) {
        List<String> chosen =
                values(field.path() + (field.type() == CustomField.Type.CHOICES ? "[]" : ""));
        return field.options().stream()
                .filter(o -> !o.archived() || chosen.contains(o.key()))
                .map(o -> new Option(o.key(), o.label()))
                .toList();
    }

    public List<Option> yesAndNo() {
        return List.of(
                new Option("true", view.t("profile.yes")),
                new Option("false", view.t("profile.no")));
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** Where its buttons for rows send it. */
    public String rowsPath() {
        return (id == null ? "/customers/new" : "/customers/" + id + "/edit") + "/rows";
    }

    /** The numbers of a list's rows; one empty row at least. */
    public List<Integer> rows(String list) {
        var rows = List.copyOf(FormFields.rowsOf(list, fields).keySet());
        return rows.isEmpty() ? List.of(0) : rows;
    }

    public boolean primary(String list, int row) {
        String chosen = value("_primary." + list);
        return chosen.isEmpty() ? row == rows(list).getFirst() : chosen.equals(String.valueOf(row));
    }

    /** Whether there is anything in a row to take out. */
    public boolean filled(String list, int row) {
        return FormFields.rowsOf(list, fields).getOrDefault(row, Map.of()).entrySet().stream()
                .anyMatch(f -> !FormFields.isPreset(f.getKey()) && !f.getValue().isBlank());
    }

    /** Whether this row was just asked for, so that one can type at once. */
    public boolean isNew(String list, int row) {
        return list.equals(focus) && row == rows(list).getLast();
    }

    public boolean contacts() {
        return id == null || view.may(Permission.PROFILE_CONTACT);
    }

    public boolean weight() {
        return business.has(Feature.WEIGHT);
    }

    public boolean chosen(String tag) {
        return fields.getOrDefault("tags[]", List.of()).contains(tag);
    }

    /** Tags to tick, for those who may. */
    public List<Offered> tags() {
        return !view.may(Permission.TAG_ASSIGN)
                ? List.of()
                : lists.getOrDefault(Kind.TAG, List.of());
    }

    public List<Option> statuses() {
        return names(Kind.STATUS, value("status"));
    }

    public List<Option> referralMethods() {
        return names(Kind.REFERRAL_METHOD, value("referralMethod"));
    }

    public List<Option> genders() {
        List<Option> options = new java.util.ArrayList<>(names(Kind.GENDER, ""));
        options.add(new Option("own", view.t("profile.gender.own")));
        return options;
    }

    /** Which of the genders is chosen: one of the list, {@code own} words, or none. */
    public String gender() {
        if (fields.containsKey("_gender")) {
            return value("_gender");
        }
        String gender = value("gender");
        boolean listed = names(Kind.GENDER, "").stream().anyMatch(o -> o.value().equals(gender));
        return gender.isEmpty() || listed ? gender : "own";
    }

    public String ownGender() {
        return fields.containsKey("_gender.own")
                ? value("_gender.own")
                : gender().equals("own") ? value("gender") : "";
    }

    /** The names of a list; one that is set but no longer offered stays. */
    private List<Option> names(Kind kind, String present) {
        Stream<String> offered = lists.getOrDefault(kind, List.of()).stream().map(Offered::name);
        return Stream.concat(offered, Stream.of(present))
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> new Option(name, name))
                .toList();
    }

    /** Those the business speaks. */
    public List<Option> ownLanguages() {
        return business.languages().stream()
                .map(tag -> new Option(tag, Shown.language(view, tag)))
                .toList();
    }

    public List<Option> otherLanguages() {
        String present = value("language");
        Stream<Option> known =
                WorldOptions.languages(view.locale()).stream()
                        .filter(o -> !business.languages().contains(o.value()));
        boolean odd =
                !present.isEmpty()
                        && !business.languages().contains(present)
                        && present.contains("-");
        return Stream.concat(
                        odd
                                ? Stream.of(new Option(present, Shown.language(view, present)))
                                : Stream.empty(),
                        known)
                .toList();
    }

    public List<Option> countries() {
        return WorldOptions.countries(view.locale());
    }

    /** The country of an address: the business's own until another is chosen. */
    public String country(String name) {
        return fields.containsKey(name) ? value(name) : business.country();
    }

    public List<Option> months() {
        return Arrays.stream(Month.values())
                .map(m ->
                        new Option(
                                String.format(Locale.ROOT, "%02d", m.getValue()),
                                m.getDisplayName(TextStyle.FULL_STANDALONE, view.locale())))
                .toList();
    }

    /** {@code day}, {@code month}, {@code year} as the reader's language orders them. */
    public List<String> dateParts() {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, view.locale());
        return Map.of("day", "d", "month", "M", "year", "y").entrySet().stream()
                .sorted(Comparator.comparingInt(part -> pattern.indexOf(part.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
