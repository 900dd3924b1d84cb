package app.clientele.calendar.web.online;

import app.clientele.calendar.online.OnlineRequests;
import app.clientele.calendar.online.OnlineRequests.OnlineRequest;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.site.Limits;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the customer asked for online, with what, and what became of it. */
class OnlineRequestsPanel implements ProfilePanel {
    private final OnlineRequests requests;
    private final Templates templates;

    OnlineRequestsPanel(OnlineRequests requests, Templates templates) {
        this.requests = requests;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public ProfileGroup group() {
        return ProfileGroup.BOOKINGS;
    }

    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public String path() {
        return "booking-requests";
    }

    @Override
    public String titleKey() {
        return "online.requests.tab";
    }

    @Override
    public String glance() {
        return "select count(*) from online_request o where o.business_id = :business and o.customer_id = c.id";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        UUID customer = profile.customer().id();
        Page<OnlineRequest> found =
                requests.of(customer, query.getFirst("cursor"), Limits.of(null));
        return templates.onlinePanel(view, found.items(), next(customer, found.next()));
    }

    private static @Nullable String next(UUID customer, @Nullable String cursor) {
        return cursor == null
                ? null
                : "/customers/" + customer + "/booking-requests?cursor=" + cursor;
    }
}
