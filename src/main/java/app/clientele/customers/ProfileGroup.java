package app.clientele.customers;

import java.util.Locale;

/** Tabs of the profile that stand together under one, so that all fit and each is found. */
public enum ProfileGroup {
    /** Appointments, classes, requests. */
    BOOKINGS,
    /** What they have and may use: packages, memberships, credit, points, gift cards. */
    PLANS,
    /** What was bought, paid and is owed, and with what. */
    PAYMENTS,
    /** Forms and records of treatments. */
    CARE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String titleKey() {
        return "profile.group." + wireName();
    }
}
