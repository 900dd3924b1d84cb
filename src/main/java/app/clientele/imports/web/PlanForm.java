package app.clientele.imports.web;

import app.clientele.customers.CustomerBatch.OnDuplicate;
import app.clientele.imports.Import;
import app.clientele.imports.Imports;
import app.clientele.imports.reading.DateOrder;
import app.clientele.imports.reading.Mapping;
import app.clientele.imports.reading.Survey;
import app.clientele.imports.reading.Target;
import app.clientele.shared.Invalid;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Where the columns of a file go, as proposed or as chosen so far.
 *
 * @param dates how the dates of the columns chosen are to be read
 * @param asked the order of dates a person chose, if they did
 */
public record PlanForm(
        View view,
        Import about,
        Survey survey,
        Mapping mapping,
        DateOrder.Verdict dates,
        @Nullable DateOrder asked,
        String onDuplicate) {

    static PlanForm proposed(View view, Imports.Look look) {
        Import planned = look.planned();
        return new PlanForm(
                view,
                planned,
                look.survey(),
                planned.mapping(),
                look.dates(),
                null,
                planned.onDuplicate());
    }

    static PlanForm typed(View view, Imports.Look look, MultiValueMap<String, String> typed) {
        Mapping mapping = look.planned().mapping();
        for (int i = 0; i < mapping.columns().size(); i++) {
            String chosen = typed.getFirst("c" + i);
            mapping = chosen == null ? mapping : mapping.with(i, choice(Target.values(), chosen));
        }
        String order = typed.getFirst("dateOrder");
        return new PlanForm(
                view,
                look.planned(),
                look.survey(),
                mapping,
                look.survey().dates(mapping, look.planned().dateOrder()),
                order == null ? null : choice(DateOrder.values(), order),
                wireName(choice(OnDuplicate.values(), typed.getFirst("onDuplicate"))));
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
        if (asksForDates() && asked == null) {
            problems.add(new Invalid.Problem("dateOrder", "choice"));
        }
        return problems;
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
        boolean again = !about.mapping().equals(survey.suggested());
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
        return wireName(mapping.columns().get(column).target());
    }

    public List<Option> targets(TargetGroup group) {
        return group.targets().stream()
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
