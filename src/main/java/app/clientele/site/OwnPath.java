package app.clientele.site;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to go next, when the address bar says so: only ever a page of our own. */
public final class OwnPath {
    /**
     * What an address may hold as it is (RFC 3986); one that begins with two slashes is another
     * site's.
     */
    private static final Pattern OWN =
            Pattern.compile("/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2}){0,2000}");

    private OwnPath() {}

    /** The path when it stays with us, else the other one. */
    public static String or(@Nullable String path, String other) {
        return path != null && OWN.matcher(path).matches() ? path : other;
    }
}
