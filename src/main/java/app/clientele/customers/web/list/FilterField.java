package app.clientele.customers.web.list;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the list can be narrowed by, and the parameters of the address that say so. */
public enum FilterField {
    STATUS(Kind.SEVERAL, "check", "status"),
    TAG(Kind.SEVERAL, "tag", "tag"),
    PHONE(Kind.ONE, "phone", "hasPhone"),
    EMAIL(Kind.ONE, "mail", "hasEmail"),
    BIRTHDAY(Kind.PICK, "calendar", "birthdayMonth"),
    CREATED_WITHIN(Kind.ONE, "clock", "createdWithin"),
    CREATED(Kind.DAYS, "calendar-plus", "createdFrom", "createdTo"),
    SINCE(Kind.DAYS, "heart", "sinceFrom", "sinceTo"),
    REFERRAL(Kind.ONE, "users", "referralMethod"),
    LANGUAGE(Kind.PICK, "language", "language"),
    GENDER(Kind.ONE, "user", "gender"),
    BRANCH(Kind.PICK, "map-pin", "preferredBranchId"),
    STAFF(Kind.SEVERAL, "heart", "preferredStaffId"),
    BARRED(Kind.SEVERAL, "user-off", "barredStaffId"),
    COMPANY(Kind.TEXT, "building-store", "company"),
    TAX_EXEMPT(Kind.ONE, "receipt", "taxExempt"),
    VIA(Kind.ONE, "arrow-right", "createdVia"),
    LOCKED(Kind.ONE, "lock", "locked"),
    DEACTIVATED(Kind.ONE, "user-off", "deactivated"),
    ERASURE(Kind.ONE, "eraser", "erasure"),

    // those below come with links and from the API; the page shows and removes them
    TAG_ALL(Kind.GIVEN, "tag", "tagAll"),
    ADDRESS(Kind.GIVEN, "mail", "email"),
    NUMBER(Kind.GIVEN, "phone", "phone"),
    EXTERNAL(Kind.GIVEN, "link", "externalId"),
    REFERRER(Kind.GIVEN, "users", "referredBy"),
    IMPORT(Kind.GIVEN, "file-import", "importId"),
    UPDATED(Kind.GIVEN, "history", "updatedSince");

    /** How one says what one wants. */
    public enum Kind {
        SEVERAL,
        ONE,
        PICK,
        DAYS,
        NUMBERS,
        TEXT,
        PRESENCE,
        GIVEN
    }

    private final Kind kind;
    private final String icon;
    private final List<String> parameters;

    FilterField(Kind kind, String icon, String... parameters) {
        this.kind = kind;
        this.icon = icon;
        this.parameters = List.of(parameters);
    }

    public Kind kind() {
        return kind;
    }

    public String icon() {
        return icon;
    }

    public List<String> parameters() {
        return parameters;
    }

    /** Its first parameter, mostly the only one. */
    public String parameter() {
        return parameters.getFirst();
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FilterField> of(String path) {
        return Arrays.stream(values()).filter(f -> f.path().equals(path)).findFirst();
    }

    /** Those one may add in the page. */
    public static List<FilterField> offered() {
        return Arrays.stream(values()).filter(f -> f.kind != Kind.GIVEN).toList();
    }
}
