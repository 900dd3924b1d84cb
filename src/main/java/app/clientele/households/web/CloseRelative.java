package app.clientele.households.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a customer's family on the overview.
 *
 * @param words for a relation of one's own naming
 * @param age in years, where known
 */
public record CloseRelative(
        UUID id,
        String name,
        @Nullable String photo,
        String relation,
        @Nullable String words,
        String agreement,
        @Nullable Integer age) {}
