package app.clientele.calendar.online;

import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import app.clientele.shared.Permission;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In whose name the public page acts: what it does in one business, it does for whoever came. */
public final class Visitors {
    private static final Set<Permission> NEEDED =
            Set.of(
                    Permission.APPOINTMENT_VIEW,
                    Permission.APPOINTMENT_EDIT,
                    Permission.PROFILE_VIEW,
                    Permission.PROFILE_EDIT,
                    Permission.PROFILE_CONTACT);

    private Visitors() {}

    /**
     * Somebody without an account.
     *
     * @param actor the program that speaks for them, if one does
     */
    public static Caller of(UUID business, @Nullable UUID actor) {
        return new Caller(business, actor, Door.BOOKING, null, NEEDED);
    }
}
