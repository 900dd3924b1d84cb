package app.clientele.access;

import app.clientele.shared.Permission;
import java.util.EnumSet;
import java.util.Set;

/** The roles every business begins with, and what each may do. */
public enum StandardRole {
    OWNER("owner", Permission.all()),
    MANAGER("manager", EnumSet.complementOf(EnumSet.of(Permission.SETTINGS_KEYS))),
    FRONT_DESK(
            "front_desk",
            EnumSet.of(
                    Permission.PROFILE_VIEW,
                    Permission.PROFILE_CONTACT,
                    Permission.PROFILE_EDIT,
                    Permission.PROFILE_DEACTIVATE,
                    Permission.NOTE_VIEW,
                    Permission.NOTE_EDIT,
                    Permission.TAG_ASSIGN,
                    Permission.FAMILY_EDIT,
                    Permission.APPOINTMENT_VIEW,
                    Permission.APPOINTMENT_EDIT,
                    Permission.SALE_VIEW,
                    Permission.SALE_EDIT,
                    Permission.SALE_DISCOUNT,
                    Permission.VALUE_CODE,
                    Permission.MESSAGE_VIEW,
                    Permission.HISTORY_VIEW)),
    PRACTITIONER(
            "practitioner",
            EnumSet.of(
                    Permission.PROFILE_VIEW,
                    Permission.NOTE_VIEW,
                    Permission.NOTE_EDIT,
                    Permission.APPOINTMENT_VIEW,
                    Permission.APPOINTMENT_EDIT));

    private final String wireName;
    private final Set<Permission> permissions;

    StandardRole(String wireName, Set<Permission> permissions) {
        this.wireName = wireName;
        this.permissions = permissions;
    }

    public String wireName() {
        return wireName;
    }

    public Set<Permission> permissions() {
        return permissions;
    }
}
