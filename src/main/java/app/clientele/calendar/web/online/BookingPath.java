package app.clientele.calendar.web.online;

import app.clientele.site.PublicLanguage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What was chosen on the public page so far; it stands in the address, so that going back works.
 *
 * @param staff the id of a colleague, or {@code any}
 * @param lang the language that was chosen, if one was
 */
public record BookingPath(
        String slug,
        @Nullable UUID branch,
        @Nullable UUID service,
        @Nullable String staff,
        @Nullable YearMonth month,
        @Nullable LocalDate day,
        @Nullable Instant start,
        @Nullable String lang) {
    static final String ANYBODY = "any";

    public BookingPath at(@Nullable UUID chosen) {
        return new BookingPath(slug, chosen, null, null, null, null, null, lang);
    }

    public BookingPath of(@Nullable UUID chosen) {
        return new BookingPath(slug, branch, chosen, null, null, null, null, lang);
    }

    public BookingPath with(@Nullable String chosen) {
        return new BookingPath(slug, branch, service, chosen, null, null, null, lang);
    }

    public BookingPath in(YearMonth chosen) {
        return new BookingPath(slug, branch, service, staff, chosen, null, null, lang);
    }

    public BookingPath on(LocalDate chosen) {
        return new BookingPath(
                slug, branch, service, staff, YearMonth.from(chosen), chosen, null, lang);
    }

    public BookingPath starting(@Nullable Instant chosen) {
        return new BookingPath(slug, branch, service, staff, month, day, chosen, lang);
    }

    /** The colleague asked for; nothing for anybody. */
    @Nullable UUID staffId() {
        try {
            return staff == null || staff.equals(ANYBODY) ? null : UUID.fromString(staff);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Where the form is sent. */
    public String action() {
        var address = page();
        add(address, PublicLanguage.NAME, lang);
        return address.build().encode().toUriString();
    }

    private UriComponentsBuilder page() {
        return UriComponentsBuilder.fromPath("/book/" + slug);
    }

    public String href() {
        return href(page());
    }

    /** Where somebody waits whom none of the times suits. */
    public String waiting() {
        return href(page().path("/waitlist"));
    }

    private String href(UriComponentsBuilder address) {
        add(address, "branch", branch);
        add(address, "service", service);
        add(address, "staff", staff);
        add(address, "month", month);
        add(address, "day", day);
        add(address, "start", start);
        add(address, PublicLanguage.NAME, lang);
        return address.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
