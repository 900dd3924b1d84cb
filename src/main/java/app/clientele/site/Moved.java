package app.clientele.site;

import java.util.Optional;

/**
 * Knows where something is that was at another address before. Asked only when nothing is found
 * there; a module declares one as a bean.
 */
public interface Moved {
    /** Where the same is now; nothing when it never was, or not for this caller. */
    Optional<Place> from(String method, String path);

    /**
     * A place.
     *
     * @param follows whether the request is to go on there; else it would do what nobody has seen,
     *     and the place is only told
     * @param toast tells people why they are brought elsewhere, or should go there
     */
    record Place(String path, boolean follows, Toast toast) {}
}
