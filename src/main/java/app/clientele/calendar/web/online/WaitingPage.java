package app.clientele.calendar.web.online;

import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.web.waitlist.WaitlistWords;
import app.clientele.site.View;
import org.jspecify.annotations.Nullable;

/**
 * One's own place in the line, by its link.
 *
 * @param entry absent where the same form was sent twice: the letter has the link
 * @param note what did not work, if anything
 */
public record WaitingPage(
        PublicFrame frame,
        @Nullable WaitlistEntry entry,
        String secret,
        boolean fresh,
        @Nullable String note) {
    public View view() {
        return frame.view();
    }

    /** How it stands, as a key. */
    public String state() {
        return entry == null ? "waiting" : entry.status().wireName();
    }

    public String wish(WaitlistEntry own) {
        return WaitlistWords.wish(view(), own);
    }

    public String staff(WaitlistEntry own) {
        return own.staff() == null ? view().t("online.anybody") : own.staff();
    }

    public String path() {
        return frame.path("/waiting/" + secret + "/leave");
    }
}
