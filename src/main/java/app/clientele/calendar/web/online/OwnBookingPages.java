package app.clientele.calendar.web.online;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.calendar.online.OwnBooking;
import app.clientele.calendar.online.OwnBooking.Own;
import app.clientele.calendar.online.Visitors;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.waitlist.WaitlistAnswers;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.site.PagePolicy;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link leads that whoever booked online was given, and what stands on other sites. */
@Controller
@RequestMapping("/book/{slug}")
class OwnBookingPages {
    /** Puts the page into a frame where the script stands, as high as what it shows. */
    private static final String EMBED =
            """
            (() => {
              const script = document.currentScript;
              const frame = document.createElement("iframe");
              frame.src = script.src.replace(/\\/embed\\.js.*$/, "");
              frame.title = script.dataset.title || "Booking";
              Object.assign(frame.style, { width: "100%", border: "0", minHeight: "32rem" });
              script.after(frame);
              addEventListener("message", (event) => {
                if (event.source === frame.contentWindow && event.data && event.data.clienteleHeight > 0) {
                  frame.style.height = `${event.data.clienteleHeight}px`;
                }
              });
            })();
            """;

    private final Businesses businesses;
    private final OwnBooking bookings;
    private final WaitlistAnswers offers;
    private final BookingSettings settings;
    private final Templates templates;

    OwnBookingPages(
            Businesses businesses,
            OwnBooking bookings,
            WaitlistAnswers offers,
            BookingSettings settings,
            Templates templates) {
        this.businesses = businesses;
        this.bookings = bookings;
        this.offers = offers;
        this.settings = settings;
        this.templates = templates;
    }

    private <T> T within(String slug, Supplier<T> work) {
        UUID id = businesses.find(slug).orElseThrow(() -> new NotFound("business"));
        return Visitors.of(id, null).call(work);
    }

    /** One line of script on another site shows the page there. */
    @GetMapping("/embed.js")
    ResponseEntity<String> embed(@PathVariable String slug) {
        return within(
                slug,
                () ->
                        ResponseEntity.ok()
                                .contentType(
                                        MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                                .body(EMBED));
    }

    @GetMapping("/mine/{secret}")
    Object show(
            View view,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String secret,
            @RequestParam(name = "new", defaultValue = "false") boolean fresh) {
        return within(slug, () -> show(view, response, secret, fresh, null));
    }

    private Object show(
            View view,
            HttpServletResponse response,
            String secret,
            boolean fresh,
            @Nullable Refused refused) {
        Optional<Own> found = bookings.find(secret);
        PublicFrame frame = frame(view);
        response.setHeader("Content-Security-Policy", PagePolicy.shownBy(frame.sites()));
        if (found.isEmpty()) {
            return view.status(HttpStatus.NOT_FOUND, templates.onlineOver(frame));
        }
        String note = refused == null ? null : frame.view().reason(refused.reasons().getFirst());
        return templates.onlineMine(new MinePage(frame, found.get(), secret, fresh, note));
    }

    private PublicFrame frame(View view) {
        Business business = businesses.current();
        return new PublicFrame(PublicFrame.outside(view, business), business, settings.current());
    }

    @PostMapping("/mine/{secret}/cancel")
    Object cancel(
            View view,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String secret) {
        return done(view, response, slug, secret, () -> bookings.cancel(secret));
    }

    /** Whether the other time that was proposed suits them. */
    @PostMapping("/mine/{secret}/answer")
    Object answer(
            View view,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer) {
        if (!answer.equals("yes") && !answer.equals("no")) {
            return within(slug, () -> show(view, response, secret, false, null));
        }
        boolean yes = answer.equals("yes");
        return done(view, response, slug, secret, () -> bookings.answer(secret, yes));
    }

    /** Whether they take the time that is kept for them. */
    @PostMapping("/mine/{secret}/offer")
    Object offer(
            View view,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer) {
        if (!answer.equals("yes") && !answer.equals("no")) {
            return within(slug, () -> show(view, response, secret, false, null));
        }
        boolean yes = answer.equals("yes");
        return done(view, response, slug, secret, () -> offers.answer(secret, yes));
    }

    private Object done(
            View view, HttpServletResponse response, String slug, String secret, Runnable deed) {
        return within(
                slug,
                () -> {
                    try {
                        deed.run();
                        return view.redirect(frame(view).path("/mine/" + secret));
                    } catch (NotFound e) {
                        return show(view, response, secret, false, null);
                    } catch (Refused e) {
                        response.setStatus(HttpStatus.CONFLICT.value());
                        return show(view, response, secret, false, e);
                    }
                });
    }
}
