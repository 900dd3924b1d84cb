package app.clientele.business;

import app.clientele.shared.EmailAddress;
import app.clientele.shared.Line;
import app.clientele.shared.OneOf;
import app.clientele.shared.OneOf.Known;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * What is asked to begin with a business: itself and its owner, whose password is taken as typed.
 */
public record SetUp(
        @NotNull @Line(max = 100) @Nullable String businessName,
        @NotNull @OneOf(choices = {"salon", "spa", "medspa", "studio", "pet", "home", "other"})
                @Nullable String kind,
        @NotNull @OneOf(known = Known.COUNTRY) @Nullable String country,
        @NotNull @OneOf(known = Known.CURRENCY) @Nullable String currency,
        @NotNull @OneOf(known = Known.ZONE) @Nullable String zone,
        @NotNull @OneOf(known = Known.LANGUAGE) @Nullable String language,
        @NotNull @Line(max = 100) @Nullable String ownerName,
        @NotNull @EmailAddress @Nullable String email,
        @NotNull @JsonDeserialize(using = StringDeserializer.class) @Nullable String password) {}
