package app.clientele.customers.custom;

import app.clientele.shared.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one may say of a custom field. Key and type can't be changed later.
 *
 * @param key chosen from the label when absent
 * @param options all of them in their order; one without a key is new, one left out goes unless
 *     customers have it
 */
public record CustomFieldDetails(
        @Pattern(regexp = "[a-z][a-z0-9_]{0,39}", message = "key") @Nullable String key,
        @NotNull @Line(max = 60) @Nullable String label,
        CustomField.@NotNull @Nullable Type type,
        @Line(max = 300) @Nullable String help,
        @Line(max = 60) @Nullable String section,
        boolean required,
        boolean shownInPortal,
        boolean editableInPortal,
        @Size(max = 100) List<@NotNull @Valid OptionDetails> options) {
    public CustomFieldDetails {
        options = options == null ? List.of() : options;
    }

    /** One option; with the key of one that exists, that one is changed. */
    public record OptionDetails(
            @Line(max = 40) @Nullable String key,
            @NotNull @Line(max = 80) @Nullable String label,
            boolean archived) {}
}
