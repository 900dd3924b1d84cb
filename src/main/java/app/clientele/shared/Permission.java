package app.clientele.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a role lets its people do, and what an API key is scoped to. */
public enum Permission {
    PROFILE_VIEW("profile.view"),
    PROFILE_CONTACT("profile.contact"),
    PROFILE_EDIT("profile.edit"),
    PROFILE_DEACTIVATE("profile.deactivate"),
    PROFILE_LOCK("profile.lock"),
    NOTE_VIEW("note.view"),
    NOTE_EDIT("note.edit"),
    TAG_ASSIGN("tag.assign"),
    FAMILY_EDIT("family.edit"),
    APPOINTMENT_VIEW("appointment.view"),
    APPOINTMENT_EDIT("appointment.edit"),
    PRICE_EDIT("price.edit"),
    SALE_VIEW("sale.view"),
    SALE_EDIT("sale.edit"),
    SALE_DISCOUNT("sale.discount"),
    SALE_PRICE("sale.price"),
    SALE_REFUND("sale.refund"),
    SALE_VOID("sale.void"),
    VALUE_EDIT("value.edit"),
    VALUE_CODE("value.code"),
    MESSAGE_VIEW("message.view"),
    HISTORY_VIEW("history.view"),
    HISTORY_RESTORE("history.restore"),
    CUSTOMER_IMPORT("customer.import"),
    CUSTOMER_EXPORT("customer.export"),
    CUSTOMER_MERGE("customer.merge"),
    CUSTOMER_ERASE("customer.erase"),
    SETTINGS_BUSINESS("settings.business"),
    SETTINGS_SERVICES("settings.services"),
    SETTINGS_SALES("settings.sales"),
    SETTINGS_LISTS("settings.lists"),
    SETTINGS_TEAM("settings.team"),
    SETTINGS_KEYS("settings.keys");

    private final String wireName;

    Permission(String wireName) {
        this.wireName = wireName;
    }

    /** Its name in roles, scopes and messages, such as {@code profile.edit}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    public static Optional<Permission> of(String wireName) {
        return Arrays.stream(values()).filter(p -> p.wireName.equals(wireName)).findFirst();
    }

    public static Set<Permission> all() {
        return EnumSet.allOf(Permission.class);
    }
}
