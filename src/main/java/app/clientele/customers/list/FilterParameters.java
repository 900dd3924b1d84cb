package app.clientele.customers.list;

import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.list.CustomerFilter.Days;
import app.clientele.customers.list.CustomerFilter.Deactivated;
import app.clientele.shared.Invalid;
import app.clientele.shared.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filter from the parameters of an address; the same names for the page, the API and saved
 * views.
 */
public final class FilterParameters {
    private static final int LONGEST = 200;
    private static final int MOST_DAYS = 3650;

    private final Map<String, ? extends List<String>> params;
    private final Choices choices;
    private final Supplier<List<CustomField>> customFields;

    public FilterParameters(
            Map<String, ? extends List<String>> params,
            Choices choices,
            Supplier<List<CustomField>> customFields) {
        this.params = params;
        this.choices = choices;
        this.customFields = customFields;
    }

    CustomerFilter filter() {
        return new CustomerFilter(
                text("q", Integer.MAX_VALUE),
                choices("status", Choices.Kind.STATUS),
                choices("tag", Choices.Kind.TAG),
                choices("tagAll", Choices.Kind.TAG),
                text("email", 254),
                text("phone", 50),
                text("externalId", 100),
                read("hasEmail", FilterParameters::yesOrNo),
                read("hasPhone", FilterParameters::yesOrNo),
                number("birthdayMonth", 12),
                text("language", 35),
                text("gender", 60),
                text("createdVia", 20),
                choices("referralMethod", Choices.Kind.REFERRAL_METHOD).stream()
                        .findFirst()
                        .orElse(null),
                read("referredBy", UUID::fromString),
                read("importId", UUID::fromString),
                text("company", 150),
                read("taxExempt", FilterParameters::yesOrNo),
                read("preferredBranchId", UUID::fromString),
                ids("preferredStaffId"),
                ids("barredStaffId"),
                number("createdWithin", MOST_DAYS),
                days("createdFrom", "createdTo"),
                days("sinceFrom", "sinceTo"),
                read("updatedSince", FilterParameters::instant),
                read("locked", FilterParameters::yesOrNo),
                deactivated(),
                read("erasure", t -> CustomerFilter.Erasure.valueOf(t.toUpperCase(Locale.ROOT))),
                CustomFilters.read(params, customFields));
    }

    private @Nullable String text(String name, int most) {
        List<String> values = params.get(name);
        String text = values == null || values.isEmpty() ? null : Text.clean(values.getLast());
        if (text == null) {
            return null;
        }
        if (text.length() > most) {
            throw new Invalid(name, "too_long", most);
        }
        if (!Text.isStorable(text, false)) {
            throw new Invalid(name, "characters");
        }
        return text;
    }

    private <T> @Nullable T read(String name, Function<String, T> reader) {
        String text = text(name, LONGEST);
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Invalid(name, "format");
        }
    }

    private Set<UUID> ids(String name) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String value : params.containsKey(name) ? params.get(name) : List.<String>of()) {
            String text = Text.clean(value);
            try {
                if (text != null) {
                    ids.add(UUID.fromString(text));
                }
            } catch (IllegalArgumentException e) {
                throw new Invalid(name, "format");
            }
        }
        return ids;
    }

    private @Nullable Integer number(String name, int most) {
        Integer number = read(name, Integer::valueOf);
        if (number != null && (number < 1 || number > most)) {
            throw new Invalid(name, "format");
        }
        return number;
    }

    private Days days(String from, String to) {
        return new Days(read(from, FilterParameters::day), read(to, FilterParameters::day));
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException(text);
        }
        return day;
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH)
                || instant.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
            throw new DateTimeException(text);
        }
        return instant;
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private Deactivated deactivated() {
        Deactivated wanted =
                read("deactivated", t -> Deactivated.valueOf(t.toUpperCase(Locale.ROOT)));
        return wanted == null ? Deactivated.WITHOUT : wanted;
    }

    /** Entries of a list, named or by id. */
    private Set<UUID> choices(String name, Choices.Kind kind) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String value : params.containsKey(name) ? params.get(name) : List.<String>of()) {
            String text = Text.clean(value);
            if (text != null) {
                ids.add(choice(name, kind, text));
            }
        }
        return ids;
    }

    /** One entry of a list, named or by id. */
    public UUID choice(String name, Choices.Kind kind, String text) {
        if (text.length() == 36) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                // a name of 36 letters
            }
        }
        if (text.length() > LONGEST || !Text.isStorable(text, false)) {
            throw new Invalid(name, "text");
        }
        return choices.find(kind, text)
                .orElseThrow(() -> new Invalid(name, "choice_unknown", text));
    }
}
