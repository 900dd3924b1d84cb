package app.clientele.imports.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column goes where; may be edited, stored as JSON and used again for files with the same
 * {@link #fingerprint}.
 *
 * @param columns all columns of the file in their order
 */
public record Mapping(Format format, List<Column> columns) {
    /**
     * One column by its header.
     *
     * @param field the key of the business's own field it goes to, if it does
     */
    public record Column(String header, Target target, @Nullable String field) {
        public Column(String header, Target target) {
            this(header, target, null);
        }
    }

    public Mapping {
        columns = List.copyOf(columns);
    }

    public Mapping with(int column, Target target) {
        return with(column, target, null);
    }

    public Mapping with(int column, Target target, @Nullable String field) {
        List<Column> changed = new ArrayList<>(columns);
        changed.set(column, new Column(columns.get(column).header(), target, field));
        return new Mapping(format, changed);
    }

    /**
     * Fields that more than one column claims although they hold one value; the later ones would be
     * extras.
     */
    public Set<Target> claimedTwice() {
        Set<Target> seen = EnumSet.noneOf(Target.class);
        Set<Target> twice = EnumSet.noneOf(Target.class);
        for (Column column : columns) {
            if (!column.target().takesMany() && !seen.add(column.target())) {
                twice.add(column.target());
            }
        }
        return twice;
    }

    /** Same for every file with the same headers in the same order. */
    public String fingerprint() {
        return Header.fingerprint(columns.stream().map(Column::header).toList());
    }

    @Nullable String field(int column) {
        return column < columns.size() ? columns.get(column).field() : null;
    }

    Target target(int column) {
        return column < columns.size() ? columns.get(column).target() : Target.UNKNOWN;
    }
}
