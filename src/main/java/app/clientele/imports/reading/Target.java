package app.clientele.imports.reading;

/** Where a column goes. */
public enum Target {
    FULL_NAME(Kind.NAME),
    FIRST_NAME(Kind.NAME),
    MIDDLE_NAME(Kind.NAME),
    LAST_NAME(Kind.NAME),
    DISPLAY_NAME(Kind.NAME),
    EMAIL(Kind.EMAIL),
    MOBILE(Kind.PHONE),
    DAY_PHONE(Kind.PHONE),
    NIGHT_PHONE(Kind.PHONE),
    /** Kind of phone not said. */
    PHONE(Kind.PHONE),
    ADDRESS_LINE1(Kind.TEXT),
    ADDRESS_LINE2(Kind.TEXT),
    /** Follows the street in the first line. */
    HOUSE_NUMBER(Kind.TEXT),
    AREA(Kind.TEXT),
    CITY(Kind.TEXT),
    REGION(Kind.TEXT),
    POSTCODE(Kind.TEXT),
    COUNTRY(Kind.TEXT),
    BIRTHDAY(Kind.DATE),
    CUSTOMER_SINCE(Kind.DATE),
    GENDER(Kind.TEXT),
    PRONOUNS(Kind.TEXT),
    LANGUAGE(Kind.TEXT),
    REFERRED_BY(Kind.TEXT),
    REFERRAL_METHOD(Kind.TEXT),
    TAGS(Kind.LIST),
    NOTE(Kind.NOTE),
    ALLERGY_NOTE(Kind.NOTE),
    MEDICAL_NOTE(Kind.NOTE),
    RED_ALERT(Kind.NOTE),
    YELLOW_ALERT(Kind.NOTE),
    STATUS(Kind.TEXT),
    ACTIVE(Kind.FLAG),
    COMPANY(Kind.TEXT),
    TAX_NUMBER(Kind.TEXT),
    TAX_EXEMPT(Kind.FLAG),
    TAX_EXEMPT_REASON(Kind.TEXT),
    EXTERNAL_ID(Kind.TEXT),
    PREFERRED_BRANCH(Kind.TEXT),
    /** One name or several. */
    PREFERRED_STAFF(Kind.TEXT),
    BLOCKED(Kind.FLAG),
    BLOCK_REASON(Kind.TEXT),
    MARKETING_EMAIL(Kind.FLAG),
    MARKETING_SMS(Kind.FLAG),
    /** Yes forbids every channel; no permits none. */
    MARKETING_OPT_OUT(Kind.FLAG),
    ONLINE_BOOKING(Kind.TEXT),
    ONLINE_BOOKING_BLOCKED(Kind.FLAG),
    /** A field the business defined itself; the column says which. */
    CUSTOM(Kind.OWN),
    CUSTOM_DATE(Kind.DATE),
    CUSTOM_FLAG(Kind.OWN),
    /** Days before the file was made; kept as an extra with the date it means. */
    DAYS_SINCE(Kind.EXTRA),
    IGNORE(Kind.NOTHING),
    /** Kept as an extra under the column's header. */
    UNKNOWN(Kind.EXTRA);

    enum Kind {
        NAME,
        EMAIL,
        PHONE,
        DATE,
        TEXT,
        LIST,
        NOTE,
        FLAG,
        OWN,
        EXTRA,
        NOTHING
    }

    private final Kind kind;

    Target(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Whether several columns may go here. */
    public boolean takesMany() {
        return switch (kind) {
            case EMAIL, PHONE, LIST, NOTE, EXTRA, OWN, NOTHING -> true;
            case DATE -> isOwn();
            case NAME, TEXT, FLAG -> false;
        };
    }

    /** Whether it is a field the business defined itself. */
    public boolean isOwn() {
        return this == CUSTOM || this == CUSTOM_DATE || this == CUSTOM_FLAG;
    }

    /** Whether a column of these says what somebody is called. */
    boolean names() {
        return kind == Kind.NAME;
    }

    /** Whether a value here makes the row somebody. */
    boolean identifies() {
        return kind == Kind.NAME || kind == Kind.EMAIL || kind == Kind.PHONE;
    }
}
