package app.clientele.site;

import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives templates their words where nobody looks: what is printed for a letter. */
@Component
public class Printing {
    private final Site site;

    Printing(Site site) {
        this.site = site;
    }

    /** A view without a viewer, who so may do nothing, in this language and time zone. */
    public View view(Locale locale, ZoneId zone) {
        return site.printed(locale, zone);
    }
}
