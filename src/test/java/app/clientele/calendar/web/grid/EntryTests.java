package app.clientele.calendar.web.grid;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where appointments stand, also on the days clocks change. */
class EntryTests {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    private static Appointment at(Instant start, int minutes) {
        UUID id = UUID.randomUUID();
        return new Appointment(
                id,
                id,
                "Maya",
                null,
                null,
                id,
                null,
                id,
                "Haga",
                STOCKHOLM,
                id,
                "Facial",
                "red",
                id,
                "Paul",
                start,
                start.plusSeconds(minutes * 60L),
                AppointmentStatus.BOOKED,
                null,
                null,
                null,
                null,
                null,
                "desk",
                start,
                start,
                0,
                1);
    }

    private static Instant clock(String time, ZoneId zone) {
        return LocalDateTime.parse(time).atZone(zone).toInstant();
    }

    private static String places(Wall wall, Appointment... appointments) {
        return String.join(
                ", ",
                Entry.all(List.of(appointments), wall).stream()
                        .map(e -> "%d-%d %d/%d".formatted(e.start(), e.end(), e.lane(), e.lanes()))
                        .toList());
    }

    @Test
    void whatWouldCoverAnotherStandsBesideIt() {
        Wall wall = new Wall(LocalDate.parse("2026-06-10"), STOCKHOLM);
        Instant ten = clock("2026-06-10T10:00", STOCKHOLM);
        assertThat(
                        places(
                                wall,
                                at(ten, 60),
                                at(ten.plusSeconds(1800), 60),
                                at(ten.plusSeconds(3600), 15),
                                at(ten.plusSeconds(5400), 30)))
                .isEqualTo("600-660 0/2, 630-690 1/2, 660-675 0/2, 690-720 0/1");
    }

    @Test
    void itIsCutAtMidnight() {
        Instant late = clock("2026-06-10T23:00", STOCKHOLM);
        Wall evening = new Wall(LocalDate.parse("2026-06-10"), STOCKHOLM);
        Wall morning = new Wall(LocalDate.parse("2026-06-11"), STOCKHOLM);
        assertThat(places(evening, at(late, 120))).isEqualTo("1380-1440 0/1");
        assertThat(places(morning, at(late, 120))).isEqualTo("0-60 0/1");
        assertThat(places(morning, at(late, 60))).isEmpty();
        assertThat(Entry.all(List.of(at(late, 120)), morning).getFirst().movable()).isFalse();
    }

    @Test
    void anHourTheClockShowsTwiceStandsSideBySide() {
        Wall wall = new Wall(LocalDate.parse("2026-10-25"), STOCKHOLM);
        Instant first = clock("2026-10-25T02:15", STOCKHOLM);
        Instant second = first.plusSeconds(3600);
        assertThat(places(wall, at(first, 30), at(second, 30)))
                .isEqualTo("135-165 0/2, 135-165 1/2");
        assertThat(wall.twice(first)).isTrue();
        assertThat(wall.twice(clock("2026-10-25T10:00", STOCKHOLM))).isFalse();
        assertThat(places(wall, at(clock("2026-10-25T10:00", STOCKHOLM), 45)))
                .isEqualTo("600-645 0/1");
    }

    @Test
    void anHourTheClockSkipsStaysEmpty() {
        Wall spring = new Wall(LocalDate.parse("2026-03-29"), STOCKHOLM);
        Instant before = clock("2026-03-29T01:30", STOCKHOLM);
        assertThat(places(spring, at(before, 30), at(before.plusSeconds(1800), 30)))
                .isEqualTo("90-120 0/1, 180-210 0/1");
        Wall half = new Wall(LocalDate.parse("2026-10-04"), LORD_HOWE);
        assertThat(places(half, at(clock("2026-10-04T09:00", LORD_HOWE), 45)))
                .isEqualTo("540-585 0/1");
    }
}
