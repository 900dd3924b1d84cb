package app.clientele.calendar.web;

import app.clientele.business.Service;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.Together.Reach;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moving an appointment: another day or time, another colleague, longer or shorter. */
public record MoveForm(
        View view,
        Appointment appointment,
        Service service,
        Typed typed,
        Reach reach,
        FormErrors errors,
        Doubts doubts) {
    static Typed begun(Appointment a) {
        return WallClock.with(Typed.nothing(), a.startsAt(), a.zone())
                .with("staffId", a.staffId())
                .with("minutes", a.minutes())
                .with("_version", a.version());
    }

    MoveForm with(Typed other, FormErrors found, Doubts doubts) {
        return new MoveForm(view, appointment, service, other, reach, found, doubts);
    }

    public String action() {
        return AppointmentWords.path(appointment) + "/move";
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** Those who perform it, and who it is with now. */
    public List<Option> staff() {
        List<Option> all = new ArrayList<>();
        all.add(new Option(appointment.staffId().toString(), appointment.staff()));
        service.performers().stream()
                .filter(p -> p.active() && !p.staffId().equals(appointment.staffId()))
                .forEach(p -> all.add(new Option(p.staffId().toString(), p.name())));
        return all;
    }

    public ScopeChoice scope() {
        return new ScopeChoice(view, reach, ScopeChoice.of(typed), true);
    }

    ZoneId zone() {
        return appointment.zone();
    }
}
