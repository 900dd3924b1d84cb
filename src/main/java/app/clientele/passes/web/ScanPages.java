package app.clientele.passes.web;

import app.clientele.calendar.Appointments;
import app.clientele.calendar.classes.ClassRoster;
import app.clientele.calendar.day.Arrivals;
import app.clientele.calendar.day.Arrivals.Arrival;
import app.clientele.customers.history.UndoToasts;
import app.clientele.passes.Pass;
import app.clientele.passes.PassPicture;
import app.clientele.passes.Passes;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/** Scans a pass: opens whose it is, and lets them in for what they have today. */
@Controller
@Requires(Permission.PROFILE_VIEW)
class ScanPages {
    static final String PATH = "/passes/scan";

    private final Passes passes;
    private final Arrivals arrivals;
    private final Appointments appointments;
    private final ClassRoster roster;
    private final UndoToasts toasts;
    private final Templates templates;

    ScanPages(
            Passes passes,
            Arrivals arrivals,
            Appointments appointments,
            ClassRoster roster,
            UndoToasts toasts,
            Templates templates) {
        this.passes = passes;
        this.arrivals = arrivals;
        this.appointments = appointments;
        this.roster = roster;
        this.toasts = toasts;
        this.templates = templates;
    }

    /** What was scanned: the profile, or first whether to check in; why not, where it is lost. */
    @GetMapping(PATH)
    Object scan(View view, @RequestParam(required = false) @Nullable String code) {
        if (code == null || code.isBlank()) {
            return templates.passesScan(view, null, FormErrors.none());
        }
        Pass pass = passes.scan(code).orElse(null);
        if (pass == null) {
            FormErrors errors = FormErrors.of("code", view.t("passes.unknown"));
            return view.status(HttpStatus.NOT_FOUND, templates.passesScan(view, code, errors));
        }
        return pass.isLive() ? opened(view, pass) : templates.passesGone(view, pass);
    }

    private Object opened(View view, Pass pass) {
        List<Arrival> today = today(view, pass.customerId());
        return today.stream().allMatch(Arrival::arrived)
                ? view.redirect("/customers/" + pass.customerId(), Toast.of("passes.scanned"))
                : found(view, pass, today, FormErrors.none());
    }

    private List<Arrival> today(View view, UUID customer) {
        return view.may(Permission.APPOINTMENT_EDIT) && view.may(Permission.APPOINTMENT_VIEW)
                ? arrivals.of(customer)
                : List.of();
    }

    private JteModel found(View view, Pass pass, List<Arrival> today, FormErrors errors) {
        return templates.passesFound(view, pass, today, errors);
    }

    /** A photo of the code, where the browser can't read it itself. */
    @PostMapping("/passes/picture")
    Object picture(View view, @RequestParam MultipartFile photo) throws IOException {
        try {
            String code =
                    PassPicture.read(photo.getInputStream())
                            .orElseThrow(() -> new Invalid("photo", "no_code"));
            return view.redirect(PATH + "?code=" + UriUtils.encode(code, StandardCharsets.UTF_8));
        } catch (Invalid e) {
            return view.invalid(templates.passesScan(view, null, FormErrors.of(view, e)));
        }
    }

    /** Lets them in for one of the things they have today, and opens the profile. */
    @PostMapping("/customers/{id}/passes/{pass}/check-in")
    @Requires({Permission.APPOINTMENT_EDIT})
    Object checkIn(
            View view, @PathVariable UUID id, @PathVariable UUID pass, @RequestParam UUID arrival) {
        Pass scanned = passes.get(id, pass);
        List<Arrival> today = arrivals.of(id);
        Arrival one =
                today.stream()
                        .filter(a -> a.id().equals(arrival))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("appointment"));
        try {
            Toast toast = toasts.after(id, "passes.checked_in", () -> checkIn(one), one.service());
            return view.redirect("/customers/" + id, toast);
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT, found(view, scanned, today, FormErrors.of(view, e)));
        }
    }

    private void checkIn(Arrival arrival) {
        if (arrival.inClass()) {
            roster.checkIn(arrival.id());
        } else {
            appointments.checkIn(arrival.id());
        }
    }
}
