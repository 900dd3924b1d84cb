package app.clientele.imports.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes where the columns of a file go. */
final class Suggestion {
    private static final String NAME = "NAME";

    private final Header header;
    private final List<ColumnTally> columns;

    Suggestion(Header header, List<ColumnTally> columns) {
        this.header = header;
        this.columns = columns;
    }

    Mapping mapping() {
        Format format = Format.of(header.names());
        if (format == Format.GENERIC && isFreshaInAnotherLanguage()) {
            return mapping(Format.FRESHA, Format.FRESHA.order());
        }
        return mapping(format, targets(format));
    }

    private Mapping mapping(Format format, List<Target> targets) {
        List<Mapping.Column> result = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            result.add(new Mapping.Column(header.names().get(i), targets.get(i)));
        }
        return new Mapping(format, result);
    }

    /** As many columns as Fresha's list, and the fourth is always the second and third together. */
    private boolean isFreshaInAnotherLanguage() {
        if (columns.size() != Format.FRESHA.order().size()) {
            return false;
        }
        List<String> first = columns.get(1).samples();
        List<String> full = columns.get(3).samples();
        boolean names =
                !first.isEmpty()
                        && !full.isEmpty()
                        && full.stream().allMatch(f -> first.stream().anyMatch(f::startsWith));
        return names && columns.get(9).samples().stream().allMatch(mail -> mail.contains("@"));
    }

    private List<Target> targets(Format format) {
        List<@Nullable String> fields = new ArrayList<>();
        header.names().forEach(name -> fields.add(format.field(name)));
        Target name = nameAmong(fields);
        Set<Target> taken = EnumSet.noneOf(Target.class);
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Target target = target(fields.get(i), name, i);
            targets.add(target.takesMany() || taken.add(target) ? target : Target.UNKNOWN);
        }
        return targets;
    }

    private Target target(@Nullable String field, Target name, int column) {
        if (field == null) {
            return looksLikeMail(column) ? Target.EMAIL : Target.UNKNOWN;
        }
        return field.equals(NAME) ? name : Target.valueOf(field);
    }

    /**
     * "Name" and "Nom" are last names beside a first name; "Nome" is a first name beside a last
     * name.
     */
    private static Target nameAmong(List<@Nullable String> fields) {
        boolean first = fields.contains(Target.FIRST_NAME.name());
        boolean last = fields.contains(Target.LAST_NAME.name());
        if (first == last) {
            return Target.FULL_NAME;
        }
        return first ? Target.LAST_NAME : Target.FIRST_NAME;
    }

    private boolean looksLikeMail(int column) {
        List<String> samples = columns.get(column).samples();
        return !samples.isEmpty() && samples.stream().allMatch(s -> s.matches("\\S+@\\S+\\.\\S+"));
    }
}
