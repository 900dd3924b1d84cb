package app.clientele.business;

import app.clientele.shared.Line;
import app.clientele.shared.OneOf;
import app.clientele.shared.OneOf.Known;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a business may change about itself. Everything but {@code features} and {@code
 * requireLastName} is needed.
 */
public record BusinessSettings(
        @NotNull @Line(max = 100) @Nullable String name,
        @NotNull @OneOf(choices = {"salon", "spa", "medspa", "studio", "pet", "home", "other"})
                @Nullable String kind,
        @NotNull @OneOf(known = Known.COUNTRY) @Nullable String country,
        @NotNull @OneOf(known = Known.CURRENCY) @Nullable String currency,
        @NotNull @OneOf(known = Known.ZONE) @Nullable String zone,
        @NotNull @OneOf(known = Known.LANGUAGE) @Nullable String language,
        @NotEmpty @Size(max = 30)
                @Nullable List<@NotNull @OneOf(known = Known.LANGUAGE) String> languages,
        @Nullable Set<@NotNull Feature> features,
        boolean requireLastName) {}
