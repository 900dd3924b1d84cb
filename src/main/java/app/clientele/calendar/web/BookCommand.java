package app.clientele.calendar.web;

import app.clientele.calendar.Booking;
import app.clientele.calendar.availability.FreeVisits;
import app.clientele.shared.Invalid;
import app.clientele.site.MoneyText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What was typed into the booking form, as the fields of the command. */
final class BookCommand {
    private final BookForm form;
    private final CurrencyUnit currency;
    private final Instant start;
    private final Optional<FreeVisits.Start> free;
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

    /** What the fields make. */
    record Visit(List<Booking> appointments) {}

    private BookCommand(BookForm form, CurrencyUnit currency) {
        this.form = form;
        this.currency = currency;
        start = WallClock.moment(form.typed(), form.zone());
        free = form.starts().stream().filter(s -> s.startsAt().equals(start)).findFirst();
    }

    static MultiValueMap<String, String> fields(BookForm form, CurrencyUnit currency) {
        var command = new BookCommand(form, currency);
        for (int i = 0; i < form.parts().size(); i++) {
            command.part(i, form.parts().get(i));
        }
        return command.fields;
    }

    private void part(int i, BookPart part) {
        put(i, "branchId", form.value("branchId"));
        put(i, "serviceId", part.value("serviceId"));
        put(i, "staffId", staff(i, part));
        put(i, "minutes", part.value("minutes"));
        // the others begin when the one before them ends
        put(i, "startsAt", i == 0 || part.atStart() ? start.toString() : null);
        put(i, "note", i == 0 ? form.value("note") : null);
        for (String shared : List.of("status", "overlapReason", "outsideHours")) {
            put(i, shared, form.value(shared));
        }
        who(i, part);
        price(i, part);
    }

    /** Whoever is free then, where anybody will do. */
    private @Nullable String staff(int i, BookPart part) {
        String asked = part.value("staffId");
        if (asked != null && !asked.isBlank()) {
            return asked;
        }
        if (part.service() == null) {
            return asked;
        }
        return free.filter(s -> i < s.parts().size())
                .map(s -> s.parts().get(i).staffId())
                .map(UUID::toString)
                .orElseThrow(() -> new Invalid("appointments[" + i + "].staffId", "nobody_free"));
    }

    private void who(int i, BookPart part) {
        String lead = form.value("customerId");
        String guest = part.value("customerId");
        boolean known = part.guest() && guest != null && !guest.isBlank();
        put(i, "customerId", known ? guest : lead);
        if (known) {
            put(i, "bookedById", lead);
        } else if (part.guest()) {
            String name = part.value("guestName");
            if (name == null || name.isBlank()) {
                throw new Invalid("appointments[" + i + "].guestName", "required");
            }
            put(i, "guestName", name.strip());
        }
    }

    private void price(int i, BookPart part) {
        String price = part.value("price");
        if (price != null && !price.isBlank()) {
            put(i, "price.amount", MoneyText.decimal(price, currency, form.view().locale()));
            put(i, "price.currency", currency.getCode());
        }
    }

    private void put(int i, String field, @Nullable String value) {
        if (value != null) {
            fields.set("appointments[" + i + "]." + field, value);
        }
    }
}
