package app.clientele.customers;

import app.clientele.shared.Birthday;
import app.clientele.shared.EmailAddress;
import app.clientele.shared.Line;
import app.clientele.shared.OneOf;
import app.clientele.shared.OneOf.Known;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one may say of a customer: the same for the form, the API and an import. Only a first name
 * is needed, and a last name where the business wants one.
 *
 * @param displayName shown instead of first and last name
 * @param status one of the business's statuses, by name
 * @param referralMethod one of the business's referral methods, by name
 * @param tags the business's tags, by name
 * @param weight the latest weighing
 * @param tax what invoices need beyond the name
 * @param preferredBranchId where they like to come
 * @param preferredStaffIds whom they like to be served by, the favourite first
 * @param barredStaff whom they must never be booked with; for staff alone, never told the customer
 * @param customFields the business's own fields, by key; options by key or label
 */
public record CustomerDetails(
        @NotNull @Line(max = 100) @Nullable String firstName,
        @Line(max = 100) @Nullable String middleName,
        @Line(max = 100) @Nullable String lastName,
        @Line(max = 150) @Nullable String displayName,
        @Size(max = 20) List<@NotNull @Valid Email> emails,
        @Size(max = 20) List<@NotNull @Valid Phone> phones,
        @Size(max = 20) List<@NotNull @Valid Address> addresses,
        @Nullable Birthday birthday,
        @Line(max = 60) @Nullable String gender,
        @Line(max = 40) @Nullable String pronouns,
        @OneOf(known = Known.LANGUAGE) @Nullable String language,
        @Line(max = 60) @Nullable String status,
        @Nullable LocalDate customerSince,
        @Valid @Nullable Referrer referredBy,
        @Line(max = 60) @Nullable String referralMethod,
        @Size(max = 50) List<@NotNull @Line(max = 60) String> tags,
        @Valid @Nullable Weight weight,
        @Line(max = 100) @Nullable String externalId,
        @Valid @Nullable Tax tax,
        @Nullable UUID preferredBranchId,
        @Size(max = 20) List<@NotNull UUID> preferredStaffIds,
        @Size(max = 20) List<@NotNull @Valid BarredStaff> barredStaff,
        Map<String, Object> customFields) {
    public CustomerDetails {
        emails = emails == null ? List.of() : emails;
        phones = phones == null ? List.of() : phones;
        addresses = addresses == null ? List.of() : addresses;
        tags = tags == null ? List.of() : tags;
        tax = tax == null || tax.isBlank() ? null : tax;
        preferredStaffIds = preferredStaffIds == null ? List.of() : preferredStaffIds;
        barredStaff = barredStaff == null ? List.of() : barredStaff;
        customFields = said(customFields);
    }

    /** A patch says with null that a field is to be blank. */
    @SuppressWarnings("NullAway") // what JSON says of a map may be null
    private static Map<String, Object> said(Map<String, Object> given) {
        if (given == null || given.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> said = new LinkedHashMap<>(given);
        said.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(said);
    }

    /** An e-mail address. Never unique to a person: families share them. */
    public record Email(@NotNull @EmailAddress @Nullable String address, boolean primary) {}

    /**
     * A phone.
     *
     * @param number as typed
     * @param e164 normalised with the business's country; absent when it can't be. Derived: what
     *     comes in is ignored.
     */
    public record Phone(
            @NotNull @Line(max = 50) @Nullable String number,
            @Nullable PhoneKind kind,
            boolean primary,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String e164) {
        public PhoneKind kindOrMobile() {
            return kind == null ? PhoneKind.MOBILE : kind;
        }
    }

    /** When a phone may ring. Only a mobile is ever texted. */
    public enum PhoneKind {
        MOBILE,
        DAY,
        NIGHT;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static PhoneKind of(String wireName) {
            return Arrays.stream(values())
                    .filter(k -> k.wireName().equals(wireName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(wireName));
        }
    }

    /** An address; with the id of one that exists, that one is changed. */
    public record Address(
            @Nullable UUID id,
            @Line(max = 60) @Nullable String label,
            @Line(max = 200) @Nullable String street,
            @Line(max = 200) @Nullable String line2,
            @Line(max = 20) @Nullable String postcode,
            @Line(max = 100) @Nullable String city,
            @Line(max = 100) @Nullable String region,
            @OneOf(known = Known.COUNTRY) @Nullable String country,
            boolean primary) {
        public Address withPrimary(boolean mark) {
            return new Address(id, label, street, line2, postcode, city, region, country, mark);
        }
    }

    /** Who sent this customer: another customer, or a name. */
    public record Referrer(@Nullable UUID customerId, @Line(max = 150) @Nullable String name) {}

    /** A weighing; without a date it was today. */
    public record Weight(
            @NotNull @DecimalMin("0.1") @DecimalMax("999") @Nullable BigDecimal value,
            @NotNull @OneOf(choices = {"kg", "lb", "st"}) @Nullable String unit,
            @Nullable LocalDate date) {}

    /**
     * What invoices need beyond the name.
     *
     * @param number as tax offices write it: a VAT number or another
     * @param exempt whether no tax is to be added
     * @param reason why not; needed for that, and kept only while exempt
     */
    public record Tax(
            @Line(max = 150) @Nullable String company,
            @Line(max = 40) @Nullable String number,
            boolean exempt,
            @Line(max = 200) @Nullable String reason) {
        /** Nothing said. */
        public static final Tax NONE = new Tax(null, null, false, null);

        public Tax {
            reason = exempt ? reason : null;
        }

        boolean isBlank() {
            return company == null && number == null && !exempt;
        }

        /** The same as columns keep it: exempt with a reason only. */
        public static Tax of(
                @Nullable String company, @Nullable String number, @Nullable String reason) {
            return new Tax(company, number, reason != null, reason);
        }
    }

    /** A member of staff with whom the customer must never be booked, and why. */
    public record BarredStaff(
            @NotNull @Nullable UUID staffId, @NotNull @Line(max = 200) @Nullable String reason) {}

    /** What is said of taxes, or nothing. */
    public Tax taxOrNone() {
        return tax == null ? Tax.NONE : tax;
    }

    /** Details with what is said of them, everything else left open. */
    public static CustomerDetails of(Consumer<Draft> said) {
        Draft draft = new Draft();
        said.accept(draft);
        return draft.details();
    }

    /** The same with some things changed, such as {@code with(d -> d.status = "Active")}. */
    public CustomerDetails with(Consumer<Draft> changes) {
        Draft draft = new Draft(this);
        changes.accept(draft);
        return draft.details();
    }

    /** Details being written; nobody keeps it. */
    public static final class Draft {
        public @Nullable String firstName;
        public @Nullable String middleName;
        public @Nullable String lastName;
        public @Nullable String displayName;
        public List<Email> emails = List.of();
        public List<Phone> phones = List.of();
        public List<Address> addresses = List.of();
        public @Nullable Birthday birthday;
        public @Nullable String gender;
        public @Nullable String pronouns;
        public @Nullable String language;
        public @Nullable String status;
        public @Nullable LocalDate customerSince;
        public @Nullable Referrer referredBy;
        public @Nullable String referralMethod;
        public List<String> tags = List.of();
        public @Nullable Weight weight;
        public @Nullable String externalId;
        public @Nullable Tax tax;
        public @Nullable UUID preferredBranchId;
        public List<UUID> preferredStaffIds = List.of();
        public List<BarredStaff> barredStaff = List.of();
        public Map<String, Object> customFields = Map.of();

        private Draft() {}

        private Draft(CustomerDetails from) {
            firstName = from.firstName;
            middleName = from.middleName;
            lastName = from.lastName;
            displayName = from.displayName;
            emails = from.emails;
            phones = from.phones;
            addresses = from.addresses;
            birthday = from.birthday;
            gender = from.gender;
            pronouns = from.pronouns;
            language = from.language;
            status = from.status;
            customerSince = from.customerSince;
            referredBy = from.referredBy;
            referralMethod = from.referralMethod;
            tags = from.tags;
            weight = from.weight;
            externalId = from.externalId;
            tax = from.tax;
            preferredBranchId = from.preferredBranchId;
            preferredStaffIds = from.preferredStaffIds;
            barredStaff = from.barredStaff;
            customFields = from.customFields;
        }

        private CustomerDetails details() {
            return new CustomerDetails(
                    firstName,
                    middleName,
                    lastName,
                    displayName,
                    emails,
                    phones,
                    addresses,
                    birthday,
                    gender,
                    pronouns,
                    language,
                    status,
                    customerSince,
                    referredBy,
                    referralMethod,
                    tags,
                    weight,
                    externalId,
                    tax,
                    preferredBranchId,
                    preferredStaffIds,
                    barredStaff,
                    customFields);
        }
    }
}
