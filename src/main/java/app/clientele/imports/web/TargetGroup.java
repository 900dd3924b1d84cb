package app.clientele.imports.web;

import app.clientele.imports.reading.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The places a column may go, in groups that a person finds their way in. */
public enum TargetGroup {
    NAME,
    CONTACT,
    ADDRESS,
    ABOUT,
    NOTES,
    RULES,
    OTHER;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<Target> targets() {
        return Arrays.stream(Target.values()).filter(t -> of(t) == this).toList();
    }

    private static TargetGroup of(Target target) {
        return switch (target) {
            case FULL_NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME, DISPLAY_NAME -> NAME;
            case EMAIL, MOBILE, DAY_PHONE, NIGHT_PHONE, PHONE -> CONTACT;
            case ADDRESS_LINE1,
                    ADDRESS_LINE2,
                    HOUSE_NUMBER,
                    AREA,
                    CITY,
                    REGION,
                    POSTCODE,
                    COUNTRY ->
                    ADDRESS;
            case BIRTHDAY,
                    CUSTOMER_SINCE,
                    GENDER,
                    PRONOUNS,
                    LANGUAGE,
                    REFERRED_BY,
                    REFERRAL_METHOD,
                    TAGS,
                    STATUS,
                    ACTIVE,
                    COMPANY,
                    TAX_NUMBER,
                    TAX_EXEMPT,
                    TAX_EXEMPT_REASON,
                    PREFERRED_BRANCH,
                    PREFERRED_STAFF,
                    EXTERNAL_ID ->
                    ABOUT;
            case NOTE, ALLERGY_NOTE, MEDICAL_NOTE, RED_ALERT, YELLOW_ALERT -> NOTES;
            case BLOCKED,
                    BLOCK_REASON,
                    MARKETING_EMAIL,
                    MARKETING_SMS,
                    MARKETING_OPT_OUT,
                    ONLINE_BOOKING,
                    ONLINE_BOOKING_BLOCKED ->
                    RULES;
            case DAYS_SINCE, CUSTOM, CUSTOM_DATE, CUSTOM_FLAG, UNKNOWN, IGNORE -> OTHER;
        };
    }
}
