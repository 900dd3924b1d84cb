package app.clientele.calendar.web;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentSeries;
import app.clientele.calendar.AppointmentSeries.Booked;
import app.clientele.calendar.AppointmentSeries.Choice;
import app.clientele.calendar.AppointmentSeries.Clash;
import app.clientele.calendar.AppointmentSeries.Occurrence;
import app.clientele.calendar.AppointmentSeries.Wish;
import app.clientele.calendar.Together;
import app.clientele.calendar.availability.WallTime;
import app.clientele.customers.history.Undo;
import app.clientele.customers.history.UndoToasts;
import app.clientele.site.Input;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Books what comes again: first the days with what stands in their way, then those that are left.
 */
class SeriesBooking {
    private final AppointmentSeries series;
    private final Together together;
    private final BookForms forms;
    private final Undo undo;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    SeriesBooking(
            AppointmentSeries series,
            Together together,
            BookForms forms,
            Undo undo,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.series = series;
        this.together = together;
        this.forms = forms;
        this.undo = undo;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    /** The days to choose from, or once that was done the series. */
    Object answer(BookForm form, MultiValueMap<String, String> visit) {
        Wish wish = wish(form, visit);
        if (form.value("_confirmed") == null) {
            return shown(form, series.preview(wish));
        }
        UUID lead =
                wish.appointments() == null ? null : wish.appointments().getFirst().customerId();
        try {
            var done = undo.doing(requireNonNull(lead), () -> series.book(wish));
            return booked(form.view(), done);
        } catch (Clash e) {
            return form.view().status(HttpStatus.CONFLICT, shown(form, e.occurrences()));
        }
    }

    private Wish wish(BookForm form, MultiValueMap<String, String> visit) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(visit);
        fields.set("repeat.unit", form.value("repeat"));
        for (String name : List.of("every", "until", "times")) {
            String value = form.value(name);
            if (value != null && !value.isBlank()) {
                fields.set("repeat." + name, value);
            }
        }
        if ("weeks".equals(form.value("repeat"))) {
            fields.put("repeat.weekdays[]", form.typed().values("weekdays[]"));
        }
        Wish read = input.form(fields, Wish.class);
        return new Wish(
                read.appointments(), read.repeat(), choices(form.typed(), form.zone()), false);
    }

    private static List<Choice> choices(Typed typed, ZoneId zone) {
        List<Choice> choices = new ArrayList<>();
        typed.fields()
                .forEach((name, values) -> {
                    if (name.startsWith(SeriesPreview.PICK) && !values.getFirst().isEmpty()) {
                        choices.addAll(
                                choice(
                                        name.substring(SeriesPreview.PICK.length()),
                                        values.getFirst(),
                                        zone));
                    }
                });
        return choices;
    }

    private static List<Choice> choice(String day, String picked, ZoneId zone) {
        try {
            LocalDate date = LocalDate.parse(day);
            return List.of(
                    picked.equals(SeriesPreview.SKIP)
                            ? new Choice(date, true, null)
                            : new Choice(
                                    date, false, WallTime.at(date, LocalTime.parse(picked), zone)));
        } catch (DateTimeException e) {
            return List.of(); // no day of ours
        }
    }

    private JteModel shown(BookForm form, List<Occurrence> days) {
        var preview =
                new SeriesPreview(
                        form,
                        days.stream()
                                .map(day ->
                                        new SeriesPreview.Day(
                                                day,
                                                day.clashes()
                                                        ? FreeStarts.told(
                                                                forms.free(form, day.date()),
                                                                form.view(),
                                                                form.zone())
                                                        : List.of()))
                                .toList());
        return form.view().htmx()
                ? templates.calendarSeries(preview)
                : templates.calendarSeriespage(preview);
    }

    private Object booked(View view, Undo.Done<Booked> done) {
        Appointment first = together.series(done.result().id()).getFirst();
        var toast =
                toasts.of(done, "appointments.done.series", first.service(), done.result().count());
        return AppointmentPages.closed(view, first, toast);
    }
}
