package app.clientele.calendar.web.classes;

import app.clientele.business.Branches;
import app.clientele.business.Staff;
import app.clientele.calendar.classes.ClassSession;
import app.clientele.calendar.classes.ClassSessionDetails;
import app.clientele.calendar.classes.ClassSessions;
import app.clientele.calendar.classes.ClassSessions.Calling;
import app.clientele.calendar.classes.Scope;
import app.clientele.calendar.web.WallClock;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.shared.Text;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A class on its day: moved, taught by somebody else, called off. */
@Controller
@RequestMapping("/classes/{session}")
@Requires(Permission.APPOINTMENT_VIEW)
class SessionPages {
    private final ClassSessions sessions;
    private final Branches branches;
    private final Staff staff;
    private final Input input;
    private final Templates templates;

    SessionPages(
            ClassSessions sessions,
            Branches branches,
            Staff staff,
            Input input,
            Templates templates) {
        this.sessions = sessions;
        this.branches = branches;
        this.staff = staff;
        this.input = input;
        this.templates = templates;
    }

    private SessionForm form(View view, ClassSession session, Typed typed, FormErrors errors) {
        return new SessionForm(view, session, typed, errors, branches.all(false), staff.all());
    }

    @GetMapping("/edit")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel edit(View view, @PathVariable UUID session) {
        ClassSession present = sessions.get(session);
        return templates.classesEdit(
                form(view, present, SessionForm.begun(present), FormErrors.none()));
    }

    @PostMapping("/edit")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object change(
            View view,
            @PathVariable UUID session,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "_scope", defaultValue = "this") Scope scope) {
        ClassSession present = sessions.get(session);
        Typed typed = new Typed(fields);
        var form = form(view, present, typed, FormErrors.none());
        try {
            ZoneId zone =
                    form.branches().stream()
                            .filter(b -> b.id().toString().equals(typed.value("branchId")))
                            .map(b -> ZoneId.of(b.zone()))
                            .findFirst()
                            .orElse(present.zone());
            String starts = WallClock.moment(typed, zone).toString();
            var details = input.form(form.fields(starts), ClassSessionDetails.class);
            sessions.change(session, details, scope, typed.version());
            return view.redirect(form.path(), Toast.of("classes.done.changed", present.kind()));
        } catch (Invalid e) {
            return view.invalid(
                    templates.classesEdit(form(view, present, typed, FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) -> templates.classesEdit(form(view, present, again, errors)));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.classesEdit(form(view, present, typed, FormErrors.of(view, e))));
        }
    }

    @GetMapping("/cancel")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel cancel(View view, @PathVariable UUID session) {
        Typed begun = Typed.nothing().with("scope", "this");
        return templates.classesCancel(form(view, sessions.get(session), begun, FormErrors.none()));
    }

    @PostMapping("/cancel")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object cancel(
            View view,
            @PathVariable UUID session,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "this") Scope scope,
            @RequestParam(defaultValue = "false") boolean silent) {
        ClassSession present = sessions.get(session);
        Typed typed = Typed.nothing().with("scope", scope.wireName()).with("reason", reason);
        try {
            sessions.cancel(session, new Calling(Text.clean(reason), scope, silent));
            return view.redirect(
                    ClassWords.path(present), Toast.of("classes.done.off", present.kind()));
        } catch (Invalid e) {
            return view.invalid(
                    templates.classesCancel(form(view, present, typed, FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.classesCancel(form(view, present, typed, FormErrors.of(view, e))));
        }
    }
}
