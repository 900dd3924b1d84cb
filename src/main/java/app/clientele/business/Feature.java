package app.clientele.business;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a business can switch on or off as a whole. */
public enum Feature {
    /** Body weight on the profile, with its history. */
    WEIGHT,
    /** Animals, their vets, keys and visits at the customer's home. */
    PETS;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Feature> of(String wireName) {
        return Arrays.stream(values()).filter(f -> f.wireName().equals(wireName)).findFirst();
    }
}
