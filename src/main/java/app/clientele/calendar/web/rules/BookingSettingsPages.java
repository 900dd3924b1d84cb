package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.rules.BookingSettings.Rules;
import app.clientele.calendar.rules.BookingSettings.RulesDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the business takes bookings. */
@Controller
@Requires(Permission.SETTINGS_BUSINESS)
class BookingSettingsPages {
    static final String PATH = "/settings/booking";

    private final BookingSettings settings;
    private final Input input;
    private final Templates templates;

    BookingSettingsPages(BookingSettings settings, Input input, Templates templates) {
        this.settings = settings;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(PATH)
    JteModel form(View view) {
        return show(view, begun(settings.current()), FormErrors.none());
    }

    private JteModel show(View view, Typed typed, FormErrors errors) {
        return templates.rulesSettings(new BookingSettingsForm(view, typed, errors));
    }

    private static Typed begun(Rules rules) {
        return Typed.nothing()
                .with("lateCancelHours", rules.lateCancelHours())
                .with("slotMinutes", rules.slotMinutes())
                .with("aheadDays", rules.aheadDays())
                .with("noticeMinutes", rules.noticeMinutes())
                .with("forwardRequests", rules.forwardRequests())
                .with("acceptance", rules.acceptance())
                .with("restrictAfter", rules.restrictAfter())
                .with("restrictMonths", rules.restrictMonths())
                .with("restrictTo", rules.restrictTo().wireName())
                .with("countLate", rules.countLate())
                .with("terms", rules.terms())
                .with("callUs", rules.callUs())
                .with("allowedSites", rules.allowedSites())
                .with("waitlistAutomatic", rules.waitlistAutomatic())
                .with("offerMinutes", rules.offerMinutes())
                .with("offerNoticeMinutes", rules.offerNoticeMinutes())
                .with("_version", rules.version());
    }

    @PostMapping(PATH)
    Object save(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            settings.change(input.form(fields, RulesDetails.class), typed.version());
            return view.redirect(PATH, Toast.of("rules.settings.saved"));
        } catch (Invalid e) {
            return view.invalid(show(view, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(view, e, typed, (again, errors) -> show(view, again, errors));
        }
    }
}
