package app.clientele.business;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * A business as its settings describe it.
 *
 * @param kind what it does: salon, spa, medspa, studio, pet, home or other; decides the word for
 *     its customers
 * @param country ISO 3166 code; phones without one are read as of this country
 * @param languages those its customers may choose from, as language tags
 */
public record Business(
        UUID id,
        String slug,
        String name,
        String kind,
        String country,
        String currency,
        ZoneId zone,
        String language,
        List<String> languages,
        Set<Feature> features,
        boolean requireLastName,
        @JsonIgnore int version)
        implements Versioned {
    /** What may be changed about it. */
    public BusinessSettings settings() {
        return new BusinessSettings(
                name,
                kind,
                country,
                currency,
                zone.getId(),
                language,
                languages,
                features,
                requireLastName);
    }

    /**
     * A language as it is written where the business is, unless the tag names another place: a spa
     * in Haarlem that speaks English still has a clock of 24 hours.
     */
    public Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getCountry().isEmpty()
                ? new Locale.Builder().setLocale(locale).setRegion(country).build()
                : locale;
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
