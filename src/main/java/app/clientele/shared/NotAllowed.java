package app.clientele.shared;

/** The caller lacks the permission for this (403). */
public final class NotAllowed extends RuntimeException {
    private final Permission[] missing;

    public NotAllowed(Permission... missing) {
        super("Missing permission", null, false, false);
        this.missing = missing.clone();
    }

    /** Any one of these would have been enough. */
    public Permission[] missing() {
        return missing.clone();
    }
}
