package app.clientele.calendar.web.online;

import app.clientele.business.Business;
import app.clientele.calendar.rules.BookingSettings.Rules;
import app.clientele.site.View;
import java.util.List;

/** What every public page shows: whose it is, in the reader's language. */
public record PublicFrame(View view, Business business, Rules rules) {
    /** Sites that may show it in a frame. */
    List<String> sites() {
        return rules.allowedSites() == null
                ? List.of()
                : rules.allowedSites()
                        .lines()
                        .map(s -> s.strip().replaceFirst("/$", ""))
                        .filter(s -> !s.isEmpty())
                        .toList();
    }

    /** What somebody is told who can't book online. */
    public String callUs() {
        return rules.callUs() == null ? view.t("online.call_us", business.name()) : rules.callUs();
    }
}
