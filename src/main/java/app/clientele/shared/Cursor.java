package app.clientele.shared;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: the ordering values of its last row, packed for use in an address. */
public record Cursor(List<String> values) {
    private static final String SEPARATOR = "\u001f";

    public static String of(Object... values) {
        String joined =
                String.join(
                        SEPARATOR, java.util.Arrays.stream(values).map(String::valueOf).toList());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor with so many values.
     *
     * @throws Invalid when it is not one of ours
     */
    public static @Nullable Cursor parse(@Nullable String text, int size) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> values = List.of(joined.split(SEPARATOR, -1));
            if (values.size() == size && joined.indexOf('\0') < 0) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException notOurs) {
            // told below, as for any other text that is no cursor
        }
        throw new Invalid("cursor", "cursor");
    }

    public String get(int index) {
        return values.get(index);
    }

    /**
     * A value that is an identifier.
     *
     * @throws Invalid when it is none
     */
    public UUID id(int index) {
        try {
            return UUID.fromString(get(index));
        } catch (IllegalArgumentException e) {
            throw new Invalid("cursor", "cursor");
        }
    }

    /**
     * A value that is a day.
     *
     * @throws Invalid when it is none
     */
    public LocalDate date(int index) {
        try {
            return LocalDate.parse(get(index));
        } catch (DateTimeException e) {
            throw new Invalid("cursor", "cursor");
        }
    }

    /**
     * A value that is a whole number.
     *
     * @throws Invalid when it is none
     */
    public long number(int index) {
        try {
            return Long.parseLong(get(index));
        } catch (NumberFormatException e) {
            throw new Invalid("cursor", "cursor");
        }
    }

    /**
     * A value that is a number.
     *
     * @throws Invalid when it is none
     */
    public double decimal(int index) {
        try {
            return Double.parseDouble(get(index));
        } catch (NumberFormatException e) {
            throw new Invalid("cursor", "cursor");
        }
    }
}
