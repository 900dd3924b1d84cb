package app.clientele.calendar.web.online;

import app.clientele.business.Businesses;
import app.clientele.calendar.online.Visitors;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.waitlist.OnlineWaitlist;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link leads that whoever joined the waiting list was given: their wish, and leaving. */
@Controller
@RequestMapping("/book/{slug}/waiting/{secret}")
class OwnWaitingPages {
    /** Stands for the secret where the letter has it and this page has not. */
    static final String IN_THE_LETTER = "letter";

    private final Businesses businesses;
    private final OnlineWaitlist waitlist;
    private final BookingSettings settings;
    private final Templates templates;

    OwnWaitingPages(
            Businesses businesses,
            OnlineWaitlist waitlist,
            BookingSettings settings,
            Templates templates) {
        this.businesses = businesses;
        this.waitlist = waitlist;
        this.settings = settings;
        this.templates = templates;
    }

    private <T> T within(
            View view, HttpServletResponse response, String slug, Function<PublicFrame, T> work) {
        UUID id = businesses.find(slug).orElseThrow(() -> new NotFound("business"));
        return Visitors.of(id, null)
                .call(() -> {
                    var business = businesses.current();
                    var frame = PublicFrame.of(view, response, business, settings.current());
                    return work.apply(frame);
                });
    }

    @GetMapping
    Object show(
            View view,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String secret,
            @RequestParam(name = "new", defaultValue = "false") boolean fresh) {
        return within(view, response, slug, frame -> show(frame, secret, fresh, null));
    }

    private Object show(
            PublicFrame frame, String secret, boolean fresh, @Nullable Refused refused) {
        WaitlistEntry entry = waitlist.find(secret).orElse(null);
        if (entry == null && !secret.equals(IN_THE_LETTER)) {
            return frame.view().status(HttpStatus.NOT_FOUND, templates.onlineOver(frame));
        }
        String note = refused == null ? null : frame.view().reason(refused.reasons().getFirst());
        return templates.onlineWaiting(new WaitingPage(frame, entry, secret, fresh, note));
    }

    @PostMapping("/leave")
    Object leave(
            View view,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String secret) {
        return within(view, response, slug, frame -> leave(frame, response, secret));
    }

    private Object leave(PublicFrame frame, HttpServletResponse response, String secret) {
        try {
            waitlist.leave(secret);
            return frame.view().redirect(frame.path("/waiting/" + secret));
        } catch (NotFound e) {
            return show(frame, secret, false, null);
        } catch (Refused e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(frame, secret, false, e);
        }
    }
}
