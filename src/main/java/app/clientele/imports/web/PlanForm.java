package app.clientele.imports.web;

import app.clientele.customers.batch.CustomerBatch.OnDuplicate;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.imports.Import;
import app.clientele.imports.Imports;
import app.clientele.imports.OwnColumns;
import app.clientele.imports.reading.DateOrder;
import app.clientele.imports.reading.Mapping;
import app.clientele.imports.reading.Survey;
import app.clientele.imports.reading.Target;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Where the columns of a file go, as proposed or as chosen so far.
 *
 * @param dates how the dates of the columns chosen are to be read
 * @param asked the order of dates a person chose, if they did
 * @param fields the business's own, to which columns may go
 * @param added columns of which fields are to be made
 */
public record PlanForm(
        View view,
        Import about,
        Survey survey,
        Mapping mapping,
        DateOrder.Verdict dates,
        @Nullable DateOrder asked,
        String onDuplicate,
        List<CustomField> fields,
        Map<Integer, Type> added) {
    private static final String OWN = "own.";
    private static final String NEW = "new.";
    private static final int LONGEST_LABEL = 60;

    /** What a field made of a column may hold: options nobody could know yet. */
    private static final List<Type> MADE =
            List.of(Type.TEXT, Type.LONG_TEXT, Type.NUMBER, Type.DATE, Type.YES_NO);

    static PlanForm proposed(View view, Imports.Look look, List<CustomField> fields) {
        Import planned = look.planned();
        return new PlanForm(
                view,
                planned,
                look.survey(),
                planned.mapping(),
                look.dates(),
                null,
                planned.onDuplicate(),
                fields,
                Map.of());
    }

    static PlanForm typed(
            View view,
            Imports.Look look,
            List<CustomField> fields,
            MultiValueMap<String, String> typed) {
        Mapping mapping = look.planned().mapping();
        Map<Integer, Type> added = new TreeMap<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            String chosen = typed.getFirst("c" + i);
            if (chosen != null && chosen.startsWith(NEW)) {
                Type type = choice(MADE.toArray(Type[]::new), chosen.substring(NEW.length()));
                added.put(i, type);
                mapping = mapping.with(i, OwnColumns.target(type));
            } else if (chosen != null) {
                mapping = chosen(mapping, i, chosen, fields);
            }
        }
        String order = typed.getFirst("dateOrder");
        return new PlanForm(
                view,
                look.planned(),
                look.survey(),
                mapping,
                look.survey().dates(mapping, look.planned().dateOrder()),
                order == null ? null : choice(DateOrder.values(), order),
                wireName(choice(OnDuplicate.values(), typed.getFirst("onDuplicate"))),
                fields,
                added);
    }

    private static Mapping chosen(
            Mapping mapping, int column, String chosen, List<CustomField> fields) {
        if (!chosen.startsWith(OWN)) {
            Target target = choice(Target.values(), chosen);
            if (target.isOwn()) {
                throw new Invalid("", "choice");
            }
            return mapping.with(column, target);
        }
        CustomField field =
                fields.stream()
                        .filter(f -> f.key().equals(chosen.substring(OWN.length())))
                        .findFirst()
                        .orElseThrow(() -> new Invalid("", "choice"));
        return mapping.with(column, OwnColumns.target(field.type()), field.key());
    }

    /** Where the columns go once the fields that are to be made of some have been made. */
    Mapping withFields(Function<CustomFieldDetails, UUID> add, Function<UUID, CustomField> get) {
        Mapping all = mapping;
        for (Map.Entry<Integer, Type> column : added.entrySet()) {
            String header = mapping.columns().get(column.getKey()).header();
            String label =
                    header.length() <= LONGEST_LABEL ? header : header.substring(0, LONGEST_LABEL);
            var details =
                    new CustomFieldDetails(
                            null,
                            label.strip(),
                            column.getValue(),
                            null,
                            null,
                            false,
                            false,
                            false,
                            List.of());
            String key = get.apply(add.apply(details)).key();
            all = all.with(column.getKey(), OwnColumns.target(column.getValue()), key);
        }
        return all;
    }

    private static <E extends Enum<E>> E choice(E[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(e -> wireName(e).equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("", "choice"));
    }

    static String wireName(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** What still stands in the way. */
    List<Invalid.Problem> problems() {
        List<Invalid.Problem> problems = new ArrayList<>();
        Set<Target> twice = mapping.claimedTwice();
        for (int i = mapping.columns().size() - 1; i >= 0 && !twice.isEmpty(); i--) {
            if (twice.contains(mapping.columns().get(i).target())) {
                problems.add(new Invalid.Problem("c" + i, "column_twice", target(i)));
            }
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            String field = mapping.columns().get(i).field();
            if (field != null && !taken.add(field)) {
                problems.add(new Invalid.Problem("c" + i, "column_twice", label(field)));
            }
        }
        if (asksForDates() && asked == null) {
            problems.add(new Invalid.Problem("dateOrder", "choice"));
        }
        return problems;
    }

    private String label(String key) {
        return fields.stream()
                .filter(f -> f.key().equals(key))
                .map(CustomField::label)
                .findFirst()
                .orElse(key);
    }

    private String target(int column) {
        return view.t("imports.target." + chosen(column));
    }

    public boolean asksForDates() {
        return dates.ask() || dates.contradictory();
    }

    DateOrder order() {
        return asksForDates() && asked != null ? asked : dates.order();
    }

    OnDuplicate duplicates() {
        return choice(OnDuplicate.values(), onDuplicate);
    }

    /** Whose list it is, and who put its columns in their places. */
    public String recognised() {
        boolean again = !about.mapping().equals(OwnColumns.suggested(survey.suggested(), fields));
        if (about.format().isEmpty()) {
            return view.t(
                    again ? "imports.recognised.none.again" : "imports.recognised.none",
                    about.fileName());
        }
        return view.t(
                again ? "imports.recognised.again" : "imports.recognised",
                about.fileName(),
                about.format());
    }

    public List<Survey.Column> columns() {
        return survey.columns();
    }

    public String chosen(int column) {
        Type made = added.get(column);
        String field = mapping.columns().get(column).field();
        if (made != null) {
            return NEW + made.wireName();
        }
        return field == null ? wireName(mapping.columns().get(column).target()) : OWN + field;
    }

    public List<Option> own() {
        return fields.stream().map(f -> new Option(OWN + f.key(), f.label())).toList();
    }

    /** What may be made of a column, by those who may define fields. */
    public List<Option> made() {
        return view.may(Permission.SETTINGS_LISTS)
                ? MADE.stream()
                        .map(t ->
                                new Option(
                                        NEW + t.wireName(),
                                        view.t(
                                                "imports.target.new",
                                                view.t("customers.fields.type." + t.wireName()))))
                        .toList()
                : List.of();
    }

    public List<Option> targets(TargetGroup group) {
        return group.targets().stream()
                .filter(t -> !t.isOwn())
                .map(t -> new Option(wireName(t), view.t("imports.target." + wireName(t))))
                .toList();
    }

    public List<Option> orders() {
        return options("imports.dates.", DateOrder.values());
    }

    public List<Option> duplicateRules() {
        return options("imports.duplicates.", OnDuplicate.values());
    }

    private List<Option> options(String keys, Enum<?>[] choices) {
        return Arrays.stream(choices)
                .map(c -> new Option(wireName(c), view.t(keys + wireName(c))))
                .toList();
    }

    public List<String> orderChosen() {
        return asked == null ? List.of() : List.of(wireName(asked));
    }
}
