package app.clientele.calendar.web.online;

import app.clientele.access.SignInThrottle;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.calendar.online.BookingNotice;
import app.clientele.calendar.online.Offered;
import app.clientele.calendar.online.OnlineBooker;
import app.clientele.calendar.online.OnlineOffer;
import app.clientele.calendar.online.Visitor;
import app.clientele.calendar.online.Visitors;
import app.clientele.calendar.online.Wanted;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.PagePolicy;
import app.clientele.site.PublicLanguage;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
import org.springframework.web.server.ResponseStatusException;

/**
 * The public page of a business: where, what, with whom, when, who. Each step is an address of its
 * own and works without scripts.
 */
@Controller
@RequestMapping("/book/{slug}")
class PublicBookPages {
    private final Businesses businesses;
    private final OnlineOffer offer;
    private final OnlineBooker booker;
    private final BookingSettings settings;
    private final SignInThrottle throttle;
    private final Input input;
    private final Clock clock;
    private final List<BookingNotice> notices;
    private final Templates templates;

    PublicBookPages(
            Businesses businesses,
            OnlineOffer offer,
            OnlineBooker booker,
            BookingSettings settings,
            SignInThrottle throttle,
            Input input,
            Clock clock,
            List<BookingNotice> notices,
            Templates templates) {
        this.businesses = businesses;
        this.offer = offer;
        this.booker = booker;
        this.settings = settings;
        this.throttle = throttle;
        this.input = input;
        this.clock = clock;
        this.notices = notices;
        this.templates = templates;
    }

    private <T> T within(String slug, Function<Business, T> work) {
        UUID id = businesses.find(slug).orElseThrow(() -> new NotFound("business"));
        return Visitors.of(id, null).call(() -> work.apply(businesses.current()));
    }

    private static void allow(PublicFrame frame, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", PagePolicy.shownBy(frame.sites()));
    }

    @GetMapping
    Object step(
            View view,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable UUID service,
            @RequestParam(required = false) @Nullable String staff,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Instant start) {
        throttle.lookOnce(request.getRemoteAddr()).ifPresent(wait -> tooMany(response, wait));
        var path =
                new BookingPath(
                        slug, branch, service, staff, month, day, start, view.languageInAddress());
        return within(
                slug,
                business -> step(PublicFrame.outside(view, business), response, business, path));
    }

    private static void tooMany(HttpServletResponse response, Duration wait) {
        tell(response, wait);
        throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }

    private static void tell(HttpServletResponse response, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    private Object step(
            View view, HttpServletResponse response, Business business, BookingPath path) {
        Offered choice =
                path.branch() == null || path.service() == null
                        ? null
                        : offer.choice(path.branch(), path.service()).orElse(null);
        var frame =
                new PublicFrame(
                        view, business, choice == null ? settings.current() : choice.rules());
        allow(frame, response);
        return choice == null ? choose(frame, path) : choose(frame, path, choice);
    }

    private Object choose(PublicFrame frame, BookingPath path) {
        List<Branch> branches = offer.branches();
        Branch chosen =
                branches.stream()
                        .filter(b -> branches.size() == 1 || b.id().equals(path.branch()))
                        .findFirst()
                        .orElse(null);
        if (branches.isEmpty()) {
            return templates.onlineNothing(frame);
        }
        return chosen == null
                ? templates.onlineBranches(frame, path, branches)
                : templates.onlineServices(
                        frame,
                        path.at(chosen.id()),
                        chosen,
                        branches.size() > 1,
                        offer.services(chosen.id()));
    }

    private Object choose(PublicFrame frame, BookingPath path, Offered choice) {
        if (path.staff() == null && choice.team().size() > 1) {
            return templates.onlineStaff(frame, path, choice);
        }
        BookingPath with = path.staff() == null ? path.with(BookingPath.ANYBODY) : path;
        return path.start() == null
                ? templates.onlineTimes(times(frame, with, choice, false))
                : templates.onlineDetails(
                        details(
                                frame,
                                with,
                                choice,
                                path.start(),
                                Typed.nothing().with("submissionId", UUID.randomUUID()),
                                FormErrors.none()));
    }

    private TimesPage times(PublicFrame frame, BookingPath path, Offered choice, boolean gone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), choice.zone());
        YearMonth wanted = path.month() == null ? YearMonth.from(today) : path.month();
        YearMonth month = wanted.isBefore(YearMonth.from(today)) ? YearMonth.from(today) : wanted;
        var days = offer.free(choice, path.staffId(), month);
        return new TimesPage(frame, path, choice, month, today, days, gone);
    }

    private DetailsPage details(
            PublicFrame frame,
            BookingPath path,
            Offered choice,
            Instant start,
            Typed typed,
            FormErrors errors) {
        List<String> told =
                notices.stream().flatMap(n -> n.about(frame.view(), choice).stream()).toList();
        return new DetailsPage(frame, path, choice, start, told, typed, errors);
    }

    @PostMapping
    Object book(
            View view,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields) {
        Optional<Duration> wait =
                throttle.bookOnce(
                        String.valueOf(fields.getFirst("email")), request.getRemoteAddr());
        return within(
                slug,
                business -> {
                    View theirs = PublicFrame.outside(view, business);
                    var form = new SentForm(theirs, response, business, slug, new Typed(fields));
                    return wait.isPresent()
                            ? tooOften(form, wait.get())
                            : EvenPace.keep(() -> book(form, visitor(request)));
                });
    }

    private static Visitor visitor(HttpServletRequest request) {
        return Visitor.of(request.getHeader(HttpHeaders.USER_AGENT), request.getRemoteAddr());
    }

    private Object book(SentForm form, Visitor visitor) {
        try {
            var booked = booker.book(input.form(form.fields(), Wanted.class), visitor);
            return form.view().redirect(mine(form, booked.secret()));
        } catch (Invalid e) {
            return again(form, HttpStatus.UNPROCESSABLE_CONTENT, FormErrors.of(form.view(), e));
        } catch (Refused e) {
            return refused(form, e.reasons().getFirst().code());
        }
    }

    private static String mine(SentForm form, String secret) {
        String lang = form.view().languageInAddress();
        String path = "/book/" + form.slug() + "/mine/" + secret + "?new=true";
        return lang == null ? path : path + "&" + PublicLanguage.NAME + "=" + lang;
    }

    private Object tooOften(SentForm form, Duration wait) {
        tell(form.response(), wait);
        String words = form.view().t("online.too_often");
        return again(form, HttpStatus.TOO_MANY_REQUESTS, FormErrors.of("", words));
    }

    /** The form once more; where what it says makes none, the beginning. */
    private Object again(SentForm form, HttpStatus status, FormErrors errors) {
        Offered choice = choice(form);
        Instant start = form.start();
        if (choice == null || start == null) {
            return form.view().status(status, templates.onlineNothing(frame(form, null)));
        }
        var page = details(frame(form, choice), form.path(), choice, start, form.typed(), errors);
        return form.view().status(status, templates.onlineDetails(page));
    }

    private Object refused(SentForm form, String code) {
        Offered choice = choice(form);
        Instant start = form.start();
        if (choice == null || start == null || code.equals("not_offered")) {
            return form.view()
                    .status(HttpStatus.CONFLICT, templates.onlineNothing(frame(form, null)));
        }
        PublicFrame frame = frame(form, choice);
        if (code.equals("call_us")) {
            return form.view().status(HttpStatus.CONFLICT, templates.onlineCallus(frame, choice));
        }
        if (code.equals("only_waitlist")) {
            LocalDate day = LocalDate.ofInstant(start, choice.zone());
            Typed typed = JoinPage.from(form.typed(), day);
            var page = new JoinPage(frame, form.path(), choice, typed, FormErrors.none(), true);
            return form.view().status(HttpStatus.CONFLICT, templates.onlineJoin(page));
        }
        BookingPath on = form.path().on(LocalDate.ofInstant(start, choice.zone()));
        return form.view()
                .status(HttpStatus.CONFLICT, templates.onlineTimes(times(frame, on, choice, true)));
    }

    private @Nullable Offered choice(SentForm form) {
        BookingPath path = form.path();
        return path.branch() == null || path.service() == null
                ? null
                : offer.choice(path.branch(), path.service()).orElse(null);
    }

    private PublicFrame frame(SentForm form, @Nullable Offered choice) {
        var rules = choice == null ? settings.current() : choice.rules();
        var frame = new PublicFrame(form.view(), form.business(), rules);
        allow(frame, form.response());
        return frame;
    }
}
