package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.OnlineBooking;
import app.clientele.calendar.rules.OnlineRule;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.customers.ProfileMark;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a customer may book by themselves: a card, and a word at the head where they may not. */
class OnlineBookingCard implements ProfileCard, ProfileMark {
    private final Templates templates;

    OnlineBookingCard(Templates templates) {
        this.templates = templates;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public String glance() {
        return OnlineBooking.GLANCE;
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        return templates.rulesOnline(
                view, OnlineBookingPages.path(profile.customer().id()), OnlineBooking.read(glance));
    }

    @Override
    public Optional<Mark> mark(View view, JsonNode glance) {
        OnlineBooking online = OnlineBooking.read(glance);
        OnlineRule present = online.present();
        if (present == OnlineRule.ALLOW) {
            return Optional.empty();
        }
        return Optional.of(
                new Mark(
                        "calendar-off",
                        view.t("rules.online.mark." + present.wireName()),
                        BookingWords.colour(present),
                        online.rule() == present ? online.reason() : null,
                        "online-booking"));
    }
}
