package app.clientele.bench;

import app.clientele.bench.Work.Bar;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is asked of the calendar: free times, bookings, and the pages of a day. */
final class CalendarWorks {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int BOOKINGS = 150_000;
    private static final int DRAWN = 500;

    /** Behind what is booked already. */
    private static final int DAYS_AHEAD = 60;

    private final BenchHome home;
    private final Random random = new Random(12);
    private final List<Place> places;
    private final String service;

    /** A colleague and where they work. */
    private record Place(String staff, String branch) {}

    CalendarWorks(BenchHome home) throws SQLException {
        this.home = home;
        this.places = places();
        this.service =
                home.one(
                        "owner",
                        of("select id from service where name = 'Treatment 1' and business_id = "));
    }

    private static String of(String query) {
        return query
                + "(select business_id from business where slug = '"
                + BenchHome.slug(0)
                + "')";
    }

    private List<Place> places() throws SQLException {
        List<Place> places = new ArrayList<>();
        try (Connection connection = home.connect("owner");
                Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                of(
                                                """
                                                select b.staff_id, b.branch_id from staff_branch b
                                                join staff s on s.id = b.staff_id and s.business_id = b.business_id
                                                where s.name like 'Colleague %' and b.business_id =\
                                                """)
                                        + " order by s.name")) {
            while (row.next()) {
                places.add(new Place(row.getString(1), row.getString(2)));
            }
        }
        return places;
    }

    List<Work> all() {
        return List.of(
                new Work(
                        "P6",
                        "book an appointment",
                        bookings(),
                        false,
                        true,
                        8,
                        false,
                        Bar.processor(2).and(Bar.rate(1000))),
                get(
                        "P6",
                        "free times of a month",
                        false,
                        Bar.processor(10),
                        () ->
                                "/api/v1/availability?branchId=%s&serviceId=%s&date=%s&to=%s"
                                        .formatted(
                                                branch(),
                                                service,
                                                LocalDate.now(ZONE),
                                                LocalDate.now(ZONE).plusDays(29))),
                get("P6", "calendar, a day", true, Bar.p95(50), () -> "/calendar?" + day()),
                get("P6", "the day", true, Bar.p95(50), () -> "/today?" + day()));
    }

    private Work get(String id, String name, boolean page, Bar bar, Supplier<String> path) {
        List<String> requests =
                Stream.generate(() -> "GET " + path.get()).limit(DRAWN).distinct().toList();
        return new Work(id, name, requests, page, false, 1, false, bar);
    }

    private String branch() {
        return places.get(random.nextInt(places.size())).branch();
    }

    private String day() {
        return "branch=" + branch() + "&date=" + Load.TODAY.minusDays(random.nextInt(300));
    }

    /** Each for another time of a colleague's, and for another customer. */
    private List<String> bookings() {
        List<String> lines = new ArrayList<>();
        LocalDate first = LocalDate.now(ZONE).plusDays(DAYS_AHEAD);
        for (int i = 0; i < BOOKINGS; i++) {
            Place place = places.get(i % places.size());
            int slot = i / places.size();
            var at =
                    first.plusDays(slot / Diaries.A_DAY)
                            .atTime(LocalTime.of(8, 0))
                            .plusMinutes((long) slot % Diaries.A_DAY * Diaries.MINUTES)
                            .atZone(ZONE);
            lines.add(
                    """
                    POST /api/v1/appointments {"customerId":"%s","serviceId":"%s","branchId":"%s","staffId":"%s","startsAt":"%s"}\
                    """
                            .formatted(
                                    Works.dashed(
                                            BenchHome.id(1 + i % (home.size().measured() - 1))),
                                    service,
                                    place.branch(),
                                    place.staff(),
                                    at.toInstant()));
        }
        return lines;
    }
}
