package app.clientele.calendar.web.online;

import app.clientele.business.Business;
import app.clientele.site.PublicLanguage;
import app.clientele.site.Typed;
import app.clientele.site.View;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of the public page as somebody sent it. */
record SentForm(
        View view, HttpServletResponse response, Business business, String slug, Typed typed) {
    /** What was chosen before it. */
    BookingPath path() {
        return new BookingPath(
                slug,
                id("branchId"),
                id("serviceId"),
                typed.value("staff"),
                null,
                null,
                null,
                view.languageInAddress());
    }

    private @Nullable UUID id(String name) {
        try {
            return UUID.fromString(String.valueOf(typed.value(name)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Nullable Instant start() {
        try {
            return Instant.parse(String.valueOf(typed.value("startsAt")));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The reader's, unless it is the business's own anyway. */
    private @Nullable String language() {
        String read = view.locale().getLanguage();
        return read.equals(Locale.forLanguageTag(business.language()).getLanguage()) ? null : read;
    }

    /** Its fields as the command names them: anybody is nobody in particular. */
    MultiValueMap<String, String> fields() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        UUID staff = path().staffId();
        fields.remove("staff");
        fields.remove(PublicLanguage.NAME);
        fields.remove("language");
        String language = language();
        if (language != null) {
            fields.set("language", language);
        }
        if (staff != null) {
            fields.set("staffId", staff.toString());
        }
        return fields;
    }
}
