package app.clientele.business;

import app.clientele.shared.Invalid;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The hours of each day of any week. */
public record Week(
        @NotNull Hours monday,
        @NotNull Hours tuesday,
        @NotNull Hours wednesday,
        @NotNull Hours thursday,
        @NotNull Hours friday,
        @NotNull Hours saturday,
        @NotNull Hours sunday) {
    public static final Week NONE = of(day -> Hours.NONE);

    /** The columns that keep one, for a statement. */
    static final String COLUMNS = "monday, tuesday, wednesday, thursday, friday, saturday, sunday";

    static final String VALUES =
            "cast(:monday as int4multirange), cast(:tuesday as int4multirange), cast(:wednesday as int4multirange),"
                    + " cast(:thursday as int4multirange), cast(:friday as int4multirange), cast(:saturday as int4multirange),"
                    + " cast(:sunday as int4multirange)";

    /** Those of the row that an insert would have made. */
    static final String EXCLUDED =
            Arrays.stream(COLUMNS.split(", "))
                    .map(c -> "excluded." + c)
                    .collect(Collectors.joining(", "));

    public static Week of(Function<DayOfWeek, Hours> hours) {
        return new Week(
                hours.apply(DayOfWeek.MONDAY),
                hours.apply(DayOfWeek.TUESDAY),
                hours.apply(DayOfWeek.WEDNESDAY),
                hours.apply(DayOfWeek.THURSDAY),
                hours.apply(DayOfWeek.FRIDAY),
                hours.apply(DayOfWeek.SATURDAY),
                hours.apply(DayOfWeek.SUNDAY));
    }

    /**
     * Reads a week as people type it, one line a day under the day's name.
     *
     * @throws Invalid naming every day that can't be read
     */
    public static Week typed(Function<String, String> lines) {
        Map<DayOfWeek, Hours> read = new EnumMap<>(DayOfWeek.class);
        List<Invalid.Problem> problems = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            try {
                read.put(day, Hours.typed(lines.apply(name(day))));
            } catch (IllegalArgumentException e) {
                problems.add(new Invalid.Problem(name(day), "hours"));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return of(read::get);
    }

    /** The field and column of a day, {@code monday}. */
    public static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    public Hours on(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }

    /** Those in the row's columns of that name. */
    public static Week read(ResultSet row) throws SQLException {
        Map<DayOfWeek, Hours> read = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            read.put(day, Hours.ofStored(row.getString(name(day))));
        }
        return of(read::get);
    }

    StatementSpec bind(StatementSpec statement) {
        StatementSpec bound = statement;
        for (DayOfWeek day : DayOfWeek.values()) {
            bound = bound.param(name(day), on(day).stored());
        }
        return bound;
    }
}
