package app.clientele.imports.reading;

import app.clientele.shared.Birthday;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a row says about a customer, in our terms and not yet validated; null and empty mean that it
 * says nothing.
 *
 * @param gender {@code female}, {@code male} or the text of the file
 * @param active explicitly said to be active or not
 * @param marketingEmail an explicit yes or no
 * @param marketingSms an explicit yes or no
 * @param onlineBooking {@code allow}, {@code require_acceptance}, {@code waitlist_only} or {@code
 *     block}
 * @param custom what goes to fields of the business's own, by their keys
 * @param extras what has no field here, by header, in the order of the columns
 */
public record ReadCustomer(
        @Nullable String externalId,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String displayName,
        List<String> emails,
        List<Phone> phones,
        @Nullable Address address,
        @Nullable Birthday birthday,
        @Nullable String gender,
        @Nullable String pronouns,
        @Nullable String language,
        @Nullable LocalDate customerSince,
        @Nullable String referredBy,
        @Nullable String referralMethod,
        List<String> tags,
        List<Note> notes,
        @Nullable String status,
        @Nullable Boolean active,
        @Nullable String company,
        @Nullable String taxNumber,
        @Nullable Boolean taxExempt,
        @Nullable String taxExemptReason,
        @Nullable String preferredBranch,
        @Nullable String preferredStaff,
        @Nullable Boolean blocked,
        @Nullable String blockReason,
        @Nullable Boolean marketingEmail,
        @Nullable Boolean marketingSms,
        @Nullable String onlineBooking,
        Map<String, String> custom,
        Map<String, String> extras) {

    /** What the row calls them: the display name, or the names put together. */
    public String shownName() {
        return displayName != null
                ? displayName
                : Stream.of(firstName, lastName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    /** What a column says its phones are. */
    public enum PhoneKind {
        MOBILE,
        DAY,
        NIGHT,
        UNKNOWN
    }

    /**
     * A phone as it stands in the file.
     *
     * @param maybeWithoutPlus whether digits alone may be an international number that lost its
     *     plus
     */
    public record Phone(String number, PhoneKind kind, boolean maybeWithoutPlus) {}

    /** An address in the parts the file has. */
    public record Address(
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String area,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postcode,
            @Nullable String country) {}

    /** What a note is about. */
    public enum NoteKind {
        GENERAL,
        ALLERGY,
        MEDICAL,
        RED_ALERT,
        YELLOW_ALERT
    }

    /** A note with its line breaks. */
    public record Note(NoteKind kind, String text) {}
}
