package app.clientele.imports;

import app.clientele.business.Business;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Phones;
import app.clientele.customers.TaxNumbers;
import app.clientele.customers.batch.CustomerBatch.Incoming;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.imports.reading.ReadCustomer;
import app.clientele.site.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a row says into the terms of the form. What has no field there yet goes into a note,
 * word for word: nothing is lost, and nothing is made of it, least of all a consent.
 */
final class RowTranslator {
    private static final int LONGEST_NOTE = 9_000;

    private final Business business;
    private final NamedTeam team;
    private final Texts texts;
    private final String source;
    private final Locale locale;

    RowTranslator(Business business, NamedTeam team, Texts texts, String source) {
        this.business = business;
        this.team = team;
        this.texts = texts;
        this.source = source;
        this.locale = Locale.forLanguageTag(business.language());
    }

    Incoming translate(int row, ReadCustomer read) {
        return new Incoming(row, details(read), notes(read), beside(read));
    }

    /** Who may book online without further ado is not worth a word: that is so for everybody. */
    private static Map<String, String> beside(ReadCustomer read) {
        String rule = Boolean.TRUE.equals(read.blocked()) ? "block" : read.onlineBooking();
        if (rule == null || rule.equals("allow")) {
            return Map.of();
        }
        return read.blockReason() == null
                ? Map.of("onlineBooking", rule)
                : Map.of("onlineBooking", rule, "onlineBookingReason", read.blockReason());
    }

    private CustomerDetails details(ReadCustomer read) {
        return new CustomerDetails(
                read.firstName(),
                read.middleName(),
                read.lastName(),
                read.displayName(),
                read.emails().stream().map(e -> new CustomerDetails.Email(e, false)).toList(),
                read.phones().stream().map(this::phone).toList(),
                read.address() == null ? List.of() : List.of(address(read.address())),
                read.birthday(),
                gender(read.gender()),
                read.pronouns(),
                read.language(),
                read.status(),
                read.customerSince(),
                read.referredBy() == null
                        ? null
                        : new CustomerDetails.Referrer(null, read.referredBy()),
                read.referralMethod(),
                read.tags(),
                null,
                read.externalId(),
                tax(read),
                read.preferredBranch() == null
                        ? null
                        : team.branch(read.preferredBranch()).orElse(null),
                read.preferredStaff() == null ? List.of() : team.staff(read.preferredStaff()).ids(),
                List.of(),
                new LinkedHashMap<>(read.custom()));
    }

    /** A reason alone exempts too, unless the file says that it does not. */
    private CustomerDetails.Tax tax(ReadCustomer read) {
        boolean exempt =
                Objects.requireNonNullElse(read.taxExempt(), read.taxExemptReason() != null);
        String reason =
                Objects.requireNonNullElseGet(
                        read.taxExemptReason(),
                        () -> texts.text(locale, "imports.tax_exempt", source));
        return new CustomerDetails.Tax(
                read.company(), isTaxNumber(read) ? read.taxNumber() : null, exempt, reason);
    }

    private static boolean isTaxNumber(ReadCustomer read) {
        return read.taxNumber() != null && TaxNumbers.isPlausible(read.taxNumber());
    }

    private CustomerDetails.Phone phone(ReadCustomer.Phone phone) {
        String number =
                phone.maybeWithoutPlus()
                        ? Phones.withLostPlus(phone.number(), business.country())
                        : phone.number();
        return new CustomerDetails.Phone(number, kind(phone.kind(), number), false, null);
    }

    private CustomerDetails.PhoneKind kind(ReadCustomer.PhoneKind kind, String number) {
        return switch (kind) {
            case MOBILE -> CustomerDetails.PhoneKind.MOBILE;
            case DAY -> CustomerDetails.PhoneKind.DAY;
            case NIGHT -> CustomerDetails.PhoneKind.NIGHT;
            case UNKNOWN ->
                    Phones.mayBeMobile(number, business.country())
                            ? CustomerDetails.PhoneKind.MOBILE
                            : CustomerDetails.PhoneKind.DAY;
        };
    }

    private static CustomerDetails.Address address(ReadCustomer.Address a) {
        String line2 =
                a.line2() == null
                        ? a.area()
                        : a.area() == null ? a.line2() : a.line2() + ", " + a.area();
        return new CustomerDetails.Address(
                null,
                null,
                a.line1(),
                line2,
                a.postcode(),
                a.city(),
                a.region(),
                country(a.country()),
                true);
    }

    /** A country by its code or by its name in one of the languages of the world. */
    private static @Nullable String country(@Nullable String said) {
        if (said == null) {
            return null;
        }
        return Countries.code(said);
    }

    private @Nullable String gender(@Nullable String read) {
        return "female".equals(read) || "male".equals(read)
                ? texts.text(locale, "choices.gender." + read)
                : read;
    }

    private List<NoteDetails> notes(ReadCustomer read) {
        List<NoteDetails> notes = new ArrayList<>();
        for (ReadCustomer.Note note : read.notes()) {
            boolean alert =
                    note.kind() == ReadCustomer.NoteKind.RED_ALERT
                            || note.kind() == ReadCustomer.NoteKind.YELLOW_ALERT;
            add(notes, note.text(), kind(note.kind()), alert);
        }
        Map<String, String> rest = rest(read);
        if (!rest.isEmpty()) {
            String lines =
                    rest.entrySet().stream()
                            .map(e -> "- " + e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining("\n"));
            String whole = texts.text(locale, "imports.note", source) + "\n\n" + lines;
            add(notes, whole, "general", false);
        }
        return notes;
    }

    /** A text too long for one note goes on in further ones. */
    private static void add(List<NoteDetails> notes, String text, String kind, boolean alert) {
        String rest = text;
        while (rest.length() > LONGEST_NOTE) {
            int end = end(rest);
            notes.add(new NoteDetails(rest.substring(0, end).strip(), kind, alert));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            notes.add(new NoteDetails(rest, kind, alert));
        }
    }

    /** Where the first part ends: behind a line, else behind a word, else between two letters. */
    private static int end(String text) {
        for (char between : new char[] {'\n', ' '}) {
            int end = text.lastIndexOf(between, LONGEST_NOTE);
            if (end > LONGEST_NOTE / 2) {
                return end;
            }
        }
        return Character.isLowSurrogate(text.charAt(LONGEST_NOTE))
                ? LONGEST_NOTE - 1
                : LONGEST_NOTE;
    }

    private static String kind(ReadCustomer.NoteKind kind) {
        return switch (kind) {
            case ALLERGY -> "allergy";
            case MEDICAL -> "medical";
            case GENERAL, RED_ALERT, YELLOW_ALERT -> "general";
        };
    }

    private Map<String, String> rest(ReadCustomer read) {
        Map<String, String> rest = new LinkedHashMap<>();
        put(rest, "tax_number", isTaxNumber(read) ? null : read.taxNumber());
        if (read.preferredBranch() != null && team.branch(read.preferredBranch()).isEmpty()) {
            put(rest, "preferred_branch", read.preferredBranch());
        }
        if (read.preferredStaff() != null) {
            List<String> unknown = team.staff(read.preferredStaff()).unknown();
            put(rest, "preferred_staff", unknown.isEmpty() ? null : String.join(", ", unknown));
        }
        boolean notExempt = Boolean.FALSE.equals(read.taxExempt());
        put(rest, "tax_exempt_reason", notExempt ? read.taxExemptReason() : null);
        put(rest, "active", yesNo(read.active()));
        put(rest, "marketing_email", yesNo(read.marketingEmail()));
        put(rest, "marketing_sms", yesNo(read.marketingSms()));
        if (read.address() != null
                && read.address().country() != null
                && country(read.address().country()) == null) {
            put(rest, "country", read.address().country());
        }
        rest.putAll(read.extras());
        return rest;
    }

    private void put(Map<String, String> rest, String label, @Nullable String value) {
        if (value != null) {
            rest.put(texts.text(locale, "imports.extra." + label), value);
        }
    }

    private @Nullable String yesNo(@Nullable Boolean value) {
        return value == null ? null : texts.text(locale, value ? "imports.yes" : "imports.no");
    }
}
