package app.clientele.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value out of a known set: country, currency, time zone, language or plain choices. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Constraint(validatedBy = OneOf.Check.class)
public @interface OneOf {
    Known known() default Known.CHOICES;

    String[] choices() default {};

    /** Sets kept by the platform. */
    enum Known {
        CHOICES,
        COUNTRY,
        CURRENCY,
        ZONE,
        LANGUAGE
    }

    String message() default "text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself. */
    final class Check implements ConstraintValidator<OneOf, String> {
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
        private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
        private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
        private static final Set<String> CURRENCIES =
                Currency.getAvailableCurrencies().stream()
                        .map(Currency::getCurrencyCode)
                        .collect(Collectors.toUnmodifiableSet());

        private Set<String> allowed = Set.of();
        private boolean language;

        @Override
        public void initialize(OneOf oneOf) {
            language = oneOf.known() == Known.LANGUAGE;
            allowed =
                    switch (oneOf.known()) {
                        case CHOICES -> Arrays.stream(oneOf.choices()).collect(Collectors.toSet());
                        case COUNTRY -> COUNTRIES;
                        case CURRENCY -> CURRENCIES;
                        case ZONE -> ZONES;
                        case LANGUAGE -> LANGUAGES;
                    };
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null
                    || allowed.contains(language ? primary(value) : value)
                    || Validation.fail(context, "choice");
        }

        private static String primary(String tag) {
            Locale locale = Locale.forLanguageTag(tag);
            return locale.toLanguageTag().equals(tag) ? locale.getLanguage() : "";
        }
    }
}
