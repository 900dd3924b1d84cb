package app.clientele.ledger;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.site.MoneyText;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a movement of value on the timeline into words: which one, how much, and why. */
public final class ToldValue {
    private static final int PARTS = 4;

    private ToldValue() {}

    /** Of texts such as {@code ···· 8831|2500|EUR|As a sorry}, whose parts may be empty. */
    public static UnaryOperator<@Nullable String> in(Locale locale) {
        return text -> text == null ? null : told(text.split("\\|", PARTS), locale);
    }

    private static String told(String[] parts, Locale locale) {
        String amount = parts.length > 2 && !parts[1].equals("0") ? money(parts, locale) : "";
        String why = parts.length == PARTS ? parts[PARTS - 1] : "";
        return Stream.of(parts[0], amount, why)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String money(String[] parts, Locale locale) {
        return MoneyText.whole(
                requireNonNull(Amounts.of(Long.parseLong(parts[1]), parts[2])), locale);
    }
}
