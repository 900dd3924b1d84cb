package app.clientele.customers;

import app.clientele.shared.Refused;

/** The record is locked and the caller may not lock: its details stay as they are. */
public final class ProfileLocked extends Refused {
    ProfileLocked(String reason) {
        super("profile_locked", reason);
    }
}
