package app.clientele.calendar.web.online;

import app.clientele.business.Service;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.online.OnlineRequests.OnlineRequest;
import app.clientele.calendar.web.AppointmentWords;
import app.clientele.site.View;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was asked for online, in the reader's words. */
public final class OnlineWords {
    private OnlineWords() {}

    /** Services below their categories, in the order the business gave them. */
    public static Map<String, List<Service>> byCategory(View view, List<Service> services) {
        return services.stream()
                .collect(
                        Collectors.groupingBy(
                                s -> s.category() == null ? view.t("online.other") : s.category(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    public static String status(View view, OnlineRequest request) {
        return request.status().equals("refused")
                ? view.t("online.refused")
                : AppointmentWords.status(view, AppointmentStatus.of(request.status()));
    }

    public static String icon(OnlineRequest request) {
        return switch (request.device()) {
            case "phone", "tablet" -> "phone";
            case "program" -> "plug-connected";
            default -> "device-desktop";
        };
    }

    public static String when(View view, OnlineRequest request) {
        ZoneId zone = ZoneId.of(request.zone());
        View there = view.in(view.locale(), zone);
        return view.day(LocalDate.ofInstant(request.startsAt(), zone))
                + ", "
                + there.time(request.startsAt())
                + "–"
                + there.time(request.endsAt());
    }
}
