package app.clientele.calendar.online;

import app.clientele.site.View;
import java.util.List;

/** What somebody is told before they book online. Whoever has something to say adds a bean. */
public interface BookingNotice {
    /** In whole sentences, in the language of the page. */
    List<String> about(View view, Offered choice);
}
