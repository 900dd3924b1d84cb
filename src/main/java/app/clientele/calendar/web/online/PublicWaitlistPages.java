package app.clientele.calendar.web.online;

import app.clientele.access.SignInThrottle;
import app.clientele.business.Businesses;
import app.clientele.calendar.online.Offered;
import app.clientele.calendar.online.OnlineOffer;
import app.clientele.calendar.online.Visitors;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.waitlist.OnlineJoining;
import app.clientele.calendar.waitlist.OnlineWaitlist;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.PublicLanguage;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Joining the waiting list on the public page. */
@Controller
@RequestMapping("/book/{slug}")
class PublicWaitlistPages {
    private final Businesses businesses;
    private final OnlineOffer offer;
    private final OnlineWaitlist waitlist;
    private final BookingSettings settings;
    private final SignInThrottle throttle;
    private final Input input;
    private final Clock clock;
    private final Templates templates;

    PublicWaitlistPages(
            Businesses businesses,
            OnlineOffer offer,
            OnlineWaitlist waitlist,
            BookingSettings settings,
            SignInThrottle throttle,
            Input input,
            Clock clock,
            Templates templates) {
        this.businesses = businesses;
        this.offer = offer;
        this.waitlist = waitlist;
        this.settings = settings;
        this.throttle = throttle;
        this.input = input;
        this.clock = clock;
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

    @GetMapping("/waitlist")
    Object form(
            View view,
            HttpServletResponse response,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable UUID service,
            @RequestParam(required = false) @Nullable String staff) {
        return within(
                view,
                response,
                slug,
                frame -> {
                    String lang = frame.view().languageInAddress();
                    var path =
                            new BookingPath(slug, branch, service, staff, null, null, null, lang);
                    return form(frame, path);
                });
    }

    private Object form(PublicFrame frame, BookingPath path) {
        Optional<Offered> choice = choice(path);
        if (choice.isEmpty()) {
            return templates.onlineNothing(frame);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), choice.get().zone());
        Typed typed =
                JoinPage.from(Typed.nothing(), today)
                        .with("submissionId", UUID.randomUUID())
                        .with("staff", path.staff());
        return templates.onlineJoin(
                new JoinPage(frame, path, choice.get(), typed, FormErrors.none(), false));
    }

    private Optional<Offered> choice(BookingPath path) {
        return path.branch() == null || path.service() == null
                ? Optional.empty()
                : offer.choice(path.branch(), path.service());
    }

    @PostMapping("/waitlist")
    Object join(
            View view,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields) {
        Optional<Duration> wait =
                throttle.bookOnce(
                        String.valueOf(fields.getFirst("email")), request.getRemoteAddr());
        return within(
                view,
                response,
                slug,
                frame -> {
                    var form =
                            new SentForm(
                                    frame.view(),
                                    response,
                                    frame.business(),
                                    slug,
                                    new Typed(fields));
                    return wait.isPresent()
                            ? tooOften(frame, form, wait.get())
                            : EvenPace.keep(() -> join(frame, form));
                });
    }

    private Object join(PublicFrame frame, SentForm form) {
        try {
            var place = waitlist.join(input.form(form.fields(), OnlineJoining.class));
            String secret = place.secret() == null ? OwnWaitingPages.IN_THE_LETTER : place.secret();
            return form.view().redirect(own(frame, secret));
        } catch (Invalid e) {
            FormErrors errors = FormErrors.of(form.view(), e);
            return again(frame, form, HttpStatus.UNPROCESSABLE_CONTENT, errors);
        } catch (Refused e) {
            return refused(frame, form, e);
        }
    }

    private static String own(PublicFrame frame, String secret) {
        String lang = frame.view().languageInAddress();
        String path = "/book/" + frame.business().slug() + "/waiting/" + secret + "?new=true";
        return lang == null ? path : path + "&" + PublicLanguage.NAME + "=" + lang;
    }

    private Object tooOften(PublicFrame frame, SentForm form, Duration wait) {
        String seconds = Long.toString(Math.max(1, wait.toSeconds()));
        form.response().setHeader(HttpHeaders.RETRY_AFTER, seconds);
        FormErrors errors = FormErrors.of("", form.view().t("online.too_often"));
        return again(frame, form, HttpStatus.TOO_MANY_REQUESTS, errors);
    }

    private Object again(PublicFrame frame, SentForm form, HttpStatus status, FormErrors errors) {
        Optional<Offered> choice = choice(form.path());
        return form.view()
                .status(
                        status,
                        choice.isEmpty()
                                ? templates.onlineNothing(frame)
                                : templates.onlineJoin(
                                        new JoinPage(
                                                frame,
                                                form.path(),
                                                choice.get(),
                                                form.typed(),
                                                errors,
                                                false)));
    }

    private Object refused(PublicFrame frame, SentForm form, Refused e) {
        Optional<Offered> choice = choice(form.path());
        boolean calls = e.reasons().getFirst().code().equals("call_us");
        return calls && choice.isPresent()
                ? form.view()
                        .status(HttpStatus.CONFLICT, templates.onlineCallus(frame, choice.get()))
                : again(frame, form, HttpStatus.CONFLICT, FormErrors.of(form.view(), e));
    }
}
