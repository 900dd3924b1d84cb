package app.clientele.shared;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which business, through which door, and with what permissions; bound for the length
 * of a request or job.
 *
 * @param actor the staff member or API key, absent when the application itself acts
 * @param cause the import, merge or other operation this belongs to, if any
 */
public record Caller(
        UUID business,
        @Nullable UUID actor,
        Door door,
        @Nullable UUID cause,
        Set<Permission> permissions) {

    /** The way in which a change reached us, as the change log tells it. */
    public enum Door {
        PAGE,
        API,
        IMPORT,
        PORTAL,
        /** Somebody without an account books on the public page. */
        BOOKING,
        FORM,
        JOB;

        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    public static boolean isBound() {
        return CURRENT.isBound();
    }

    /**
     * @throws IllegalStateException outside any caller's scope
     */
    public static Caller current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No caller is bound"));
    }

    /** The application itself, acting in a business with every permission. */
    public static Caller application(UUID business, Door door) {
        return new Caller(business, null, door, null, Permission.all());
    }

    /** The same caller on behalf of one operation. */
    public Caller through(Door other, UUID operation) {
        return new Caller(business, actor, other, operation, permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /**
     * @throws NotAllowed when they may not
     */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new NotAllowed(permission);
        }
    }

    public <T extends @Nullable Object> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** Like {@link #call} for work that throws checked exceptions. */
    public <T extends @Nullable Object, X extends Throwable> T callThrowing(
            ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
