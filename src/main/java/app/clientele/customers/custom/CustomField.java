package app.clientele.customers.custom;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field the business defined itself.
 *
 * @param key names it for good in a customer's {@code customFields}, in filters and files
 * @param help said below it in forms
 * @param section the heading it stands under, with others of the same
 * @param required whether a new customer can't be written down without it
 * @param options what one may choose, of a field of that type; values name them by key
 */
public record CustomField(
        UUID id,
        String key,
        String label,
        Type type,
        @Nullable String help,
        @Nullable String section,
        boolean required,
        boolean shownInPortal,
        boolean editableInPortal,
        List<Option> options,
        int position,
        boolean archived,
        @JsonIgnore int version)
        implements Versioned {
    /** The name under which details, forms and filters have all of them. */
    public static final String ALL = "customFields";

    /** What it holds. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        YES_NO,
        CHOICE,
        CHOICES;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Type of(String wireName) {
            return Arrays.stream(values())
                    .filter(t -> t.wireName().equals(wireName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(wireName));
        }

        /** Whether one chooses among options. */
        public boolean hasOptions() {
            return this == CHOICE || this == CHOICES;
        }

        /** Whether customers can be put in its order: each must have but one short value. */
        public boolean isSortable() {
            return this != LONG_TEXT && this != CHOICES;
        }
    }

    /** What one may choose; archived, who has it keeps it and nobody is offered it. */
    public record Option(String key, String label, boolean archived) {}

    /** Its path in details and forms: {@code customFields.<key>}. */
    @JsonIgnore
    public String path() {
        return ALL + "." + key;
    }

    /** The options in use. */
    @JsonIgnore
    public List<Option> offered() {
        return options.stream().filter(o -> !o.archived()).toList();
    }

    public Optional<Option> option(String optionKey) {
        return options.stream().filter(o -> o.key().equals(optionKey)).findFirst();
    }

    /** A value as text for files, options by what people read; nothing for none. */
    public @Nullable String told(@Nullable Object value) {
        return value == null ? null : CustomValues.told(this, value);
    }

    /** What may be changed about it. */
    @JsonIgnore
    public CustomFieldDetails details() {
        return new CustomFieldDetails(
                key,
                label,
                type,
                help,
                section,
                required,
                shownInPortal,
                editableInPortal,
                options.stream()
                        .map(o ->
                                new CustomFieldDetails.OptionDetails(
                                        o.key(), o.label(), o.archived()))
                        .toList());
    }
}
