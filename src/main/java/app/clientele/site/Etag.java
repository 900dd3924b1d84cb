package app.clientele.site;

import app.clientele.shared.Invalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The version of a resource in the headers {@code ETag} and {@code If-Match}. */
public final class Etag {
    private static final Pattern FORM = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private Etag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version the caller last read.
     *
     * @throws ResponseStatusException 428 when the header is missing
     */
    public static int required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ResponseStatusException(
                    HttpStatus.PRECONDITION_REQUIRED, "If-Match with the ETag last read is needed");
        }
        Matcher form = FORM.matcher(ifMatch.strip());
        if (!form.matches()) {
            throw new Invalid("If-Match", "format");
        }
        return Integer.parseInt(form.group(1));
    }
}
