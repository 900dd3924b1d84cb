package app.clientele.calendar.web;

import app.clientele.calendar.Scope;
import app.clientele.calendar.Together.Reach;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a visit or a series is meant, where there is more than the one.
 *
 * @param visits whether all that was booked together may be meant
 */
public record ScopeChoice(View view, Reach reach, Scope chosen, boolean visits) {
    static final String FIELD = "scope";

    static Scope of(Typed typed) {
        return of(typed.value(FIELD));
    }

    static Scope of(@Nullable String typed) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.wireName().equals(typed))
                .findFirst()
                .orElse(Scope.THIS);
    }

    /** Those that differ from that one alone; none where there is nothing to choose. */
    public List<Option> options() {
        List<Option> wider =
                Arrays.stream(Scope.values())
                        .filter(scope -> reach.of(scope) > 1 && (visits || scope != Scope.VISIT))
                        .map(this::option)
                        .toList();
        return wider.isEmpty()
                ? wider
                : Stream.concat(Stream.of(option(Scope.THIS)), wider.stream()).toList();
    }

    private Option option(Scope scope) {
        String words = view.t("appointments.scope." + scope.wireName(), reach.of(scope));
        return new Option(scope.wireName(), words);
    }

    public boolean isChosen(Option option) {
        return option.value().equals(chosen.wireName());
    }
}
