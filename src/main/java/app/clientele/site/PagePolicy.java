package app.clientele.site;

import java.util.List;

/** What pages may load and do; the security filter sends it with every answer. */
public final class PagePolicy {
    /**
     * Own scripts and styles only and none inline. Pictures may also be {@code data:} (the kit's
     * check marks) and {@code blob:} (a photo being cropped).
     */
    private static final String LOADED =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " font-src 'self'; connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors ";

    public static final String CONTENT_SECURITY = LOADED + "'none'";

    /** The camera is for photos of customers; nothing else is asked of the device. */
    public static final String PERMISSIONS =
            "camera=(self), microphone=(), geolocation=(self), payment=(), usb=()";

    /** The same for a page that these sites may show in a frame. */
    public static String shownBy(List<String> sites) {
        return sites.isEmpty() ? CONTENT_SECURITY : LOADED + String.join(" ", sites);
    }

    private PagePolicy() {}
}
