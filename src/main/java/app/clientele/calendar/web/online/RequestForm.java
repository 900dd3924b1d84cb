package app.clientele.calendar.web.online;

import app.clientele.calendar.online.BookingRequest;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declining a request, or proposing another time. */
public record RequestForm(
        View view, BookingRequest request, List<Option> team, Typed typed, FormErrors errors) {
    public @Nullable String value(String field) {
        return typed.value(field);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public String when() {
        return when(view, request, request.startsAt(), request.endsAt());
    }

    static String when(View view, BookingRequest r, Instant from, Instant until) {
        View there = view.in(view.locale(), r.zone());
        LocalDate day = LocalDate.ofInstant(from, r.zone());
        return view.day(day) + ", " + there.time(from) + "–" + there.time(until);
    }
}
