package app.clientele.memberships;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How often something comes round, such as every three months.
 *
 * @param every how many units
 */
public record Interval(
        @NotNull @Min(1) @Max(120) @Nullable Integer every, @NotNull @Nullable Unit unit) {
    /** What is counted. */
    public enum Unit {
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit span;

        Unit(ChronoUnit span) {
            this.span = span;
        }

        /** Its name in the API and in the database. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @throws IllegalArgumentException when there is none of this name
         */
        @JsonCreator
        public static Unit of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    int times() {
        return every == null ? 1 : every;
    }

    Unit span() {
        return unit == null ? Unit.MONTH : unit;
    }

    /**
     * The day after so many times, counted from the first one and not from the one before: the 31st
     * is the last of a shorter month, and the 31st again in the next.
     */
    LocalDate after(LocalDate first, int count) {
        return first.plus((long) times() * count, span().span);
    }
}
