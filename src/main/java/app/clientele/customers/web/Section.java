package app.clientele.customers.web;

import app.clientele.shared.NotFound;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What belongs together among a customer's details: edited together in place. */
public enum Section {
    NAME("firstName", "middleName", "lastName", "displayName", "pronouns"),
    PHONES("phones"),
    EMAILS("emails"),
    ADDRESSES("addresses"),
    BIRTHDAY("birthday"),
    GENDER("gender"),
    LANGUAGE("language"),
    SINCE("customerSince"),
    REFERRAL("referredBy", "referralMethod"),
    EXTERNAL("externalId"),
    TAX("tax.company", "tax.number", "tax.exempt", "tax.reason"),
    BRANCH("preferredBranchId"),
    STAFF("preferredStaffIds"),
    BARRED("barredStaff");

    /** Those that stand in a card of their own. */
    public static final List<Section> PREFERENCES = List.of(BRANCH, STAFF, BARRED);

    private final List<String> fields;

    Section(String... fields) {
        this.fields = List.of(fields);
    }

    public List<String> fields() {
        return fields;
    }

    /** All that stand among the details. */
    public static List<Section> details() {
        return Arrays.stream(values()).filter(s -> !PREFERENCES.contains(s)).toList();
    }

    /** Its name in addresses and message keys. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Section ofPath(String path) {
        return Arrays.stream(values())
                .filter(section -> section.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NotFound("field"));
    }

    /**
     * The fields of the whole form: also status, tags and weight, which the profile edits
     * elsewhere.
     */
    public static List<String> everything() {
        List<String> all =
                new java.util.ArrayList<>(
                        Arrays.stream(values()).flatMap(s -> s.fields().stream()).toList());
        all.addAll(List.of("status", "tags", "weight"));
        return all;
    }
}
