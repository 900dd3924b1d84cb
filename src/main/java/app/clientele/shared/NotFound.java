package app.clientele.shared;

/** There is no such thing, or not for this caller: the two look the same from outside (404). */
public final class NotFound extends RuntimeException {
    public NotFound(String what) {
        super("No such " + what, null, false, false);
    }
}
