package app.clientele.demo;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Staff;
import app.clientele.calendar.classes.ClassKindDetails;
import app.clientele.calendar.classes.ClassKinds;
import app.clientele.calendar.classes.ClassPlan;
import app.clientele.calendar.classes.ClassSeriesDetails;
import app.clientele.database.Sql;
import app.clientele.demo.DemoBusiness.Colleague;
import app.clientele.shared.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The classes of an invented business: two months that were and two to come, the nearer the fuller,
 * some with a waiting list. What a line of its file says stands at the head of its section.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoClasses {
    private static final int WEEKS_PAST = 8;

    private final ClassKinds kinds;
    private final ClassPlan plan;
    private final Staff staff;
    private final Branches branches;
    private final Sql sql;
    private final Clock clock;

    DemoClasses(
            ClassKinds kinds,
            ClassPlan plan,
            Staff staff,
            Branches branches,
            Sql sql,
            Clock clock) {
        this.kinds = kinds;
        this.plan = plan;
        this.staff = staff;
        this.branches = branches;
        this.sql = sql;
        this.clock = clock;
    }

    private record Planned(UUID id, int capacity, int days) {}

    @Transactional
    void fill(DemoBusiness demo, List<UUID> people) {
        List<String> lines = DemoFile.read("businesses/" + demo.slug() + ".txt").section("classes");
        for (String line : lines) {
            begin(demo, DemoFile.split(line, ";"));
        }
        if (!lines.isEmpty()) {
            past();
            seat(people, new Chance(people.size()));
        }
    }

    private void begin(DemoBusiness demo, List<String> line) {
        UUID teacher = teacher(demo, line.get(8));
        UUID branch =
                branches.all(false).stream()
                        .filter(b -> b.name().equals(line.get(9)))
                        .map(Branch::id)
                        .findFirst()
                        .orElseThrow();
        UUID kind = kinds.create(details(demo, line, teacher, branch));
        plan.create(
                new ClassSeriesDetails(
                        kind,
                        branch,
                        teacher,
                        Arrays.stream(line.get(6).split(" ")).map(Integer::valueOf).toList(),
                        LocalTime.parse(line.get(7), DateTimeFormatter.ofPattern("H:mm")),
                        null,
                        LocalDate.now(clock).minusWeeks(WEEKS_PAST),
                        null,
                        null,
                        line.get(10)));
    }

    private UUID teacher(DemoBusiness demo, String signIn) {
        Map<String, UUID> byName =
                staff.all().stream()
                        .collect(Collectors.toMap(Staff.Member::name, Staff.Member::id));
        return demo.staff().stream()
                .filter(c -> c.signIn().equals(signIn))
                .map(Colleague::name)
                .map(byName::get)
                .findFirst()
                .orElseThrow();
    }

    private static ClassKindDetails details(
            DemoBusiness demo, List<String> line, UUID teacher, UUID branch) {
        return new ClassKindDetails(
                line.get(0),
                line.get(11),
                null,
                Integer.valueOf(line.get(1)),
                0,
                10,
                Money.parse(demo.currency() + " " + line.get(3)),
                line.get(4),
                true,
                Integer.valueOf(line.get(2)),
                number(line.get(5)),
                List.of(teacher),
                List.of(branch));
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    /** As the weeks to come, so those that were; whoever was taken then did not teach. */
    private void past() {
        List<Planned> ahead = planned();
        sql.of(
                        """
                        insert into class_session (business_id, id, service_id, service_name, series_id, series_day, branch_id, staff_id, room,
                            starts_at, ends_at, busy, capacity, status)
                        select :business, p.id, s.service_id, s.service_name, s.series_id, s.series_day - 63, s.branch_id,
                            case when not exists (select from staff_time t where t.business_id = :business and t.staff_id = s.staff_id
                                and t.busy && tstzrange(lower(s.busy) - interval '63 days', upper(s.busy) - interval '63 days')) then s.staff_id end,
                            s.room, s.starts_at - interval '63 days', s.ends_at - interval '63 days',
                            tstzrange(lower(s.busy) - interval '63 days', upper(s.busy) - interval '63 days'), s.capacity, 'scheduled'
                        from unnest(:from, :ids) p(source, id) join class_session s on s.business_id = :business and s.id = p.source
                        """)
                .param("from", ahead.stream().map(Planned::id).toArray(UUID[]::new))
                .param("ids", ahead.stream().map(p -> Ids.next()).toArray(UUID[]::new))
                .update();
    }

    private List<Planned> planned() {
        return sql.of(
                        """
                        select id, capacity, (starts_at::date - current_date) days from class_session
                        where business_id = :business order by starts_at, id
                        """)
                .query(Planned.class)
                .list();
    }

    /** Those who come to classes come again; near ones are full, and some wait. */
    private void seat(List<UUID> people, Chance chance) {
        List<UUID> regulars = new ArrayList<>(people.subList(0, Math.min(90, people.size())));
        Random order = new Random(7);
        for (Planned session : planned()) {
            Collections.shuffle(regulars, order);
            boolean near = session.days() >= 0 && session.days() < 5;
            int places =
                    session.days() > 20
                            ? session.capacity() / 4
                            : near
                                    ? session.capacity()
                                    : chance.between(session.capacity() / 2, session.capacity());
            int waiting = near ? chance.between(0, 3) : 0;
            List<UUID> in = regulars.subList(0, Math.min(places + waiting, regulars.size()));
            seat(session, in, places, chance);
        }
    }

    private void seat(Planned session, List<UUID> in, int places, Chance chance) {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            statuses.add(
                    i >= places ? "waitlisted" : session.days() >= 0 ? "booked" : became(chance));
        }
        sql.of(
                        """
                        insert into class_booking (business_id, id, session_id, customer_id, service_name, starts_at, ends_at, status, held,
                            waiting_since, price_minor, currency, created_via, created_at, updated_at)
                        select :business, p.id, s.id, c.id, s.service_name, s.starts_at, s.ends_at, p.status,
                            p.status in ('booked', 'attended'),
                            case when p.status = 'waitlisted' then now() - (50 - p.place) * interval '1 minute' end,
                            k.price_minor, k.currency, 'page', m.at, m.at
                        from unnest(:ids, :people, :statuses) with ordinality p(id, customer, status, place)
                        join class_session s on s.business_id = :business and s.id = :session
                        join service k on k.business_id = :business and k.id = s.service_id
                        join customer c on c.business_id = :business and c.id = p.customer and c.deactivated_at is null
                        cross join lateral (select least(now() - interval '1 hour', s.starts_at - interval '4 days') at) m
                        """)
                .param("session", session.id())
                .param("ids", in.stream().map(c -> Ids.next()).toArray(UUID[]::new))
                .param("people", in.toArray(UUID[]::new))
                .param("statuses", statuses.toArray(String[]::new))
                .update();
    }

    private static String became(Chance chance) {
        int luck = chance.between(1, 100);
        return luck <= 82
                ? "attended"
                : luck <= 88 ? "no_show" : luck <= 93 ? "late_cancelled" : "cancelled";
    }

    /** Who has a place in a class to come gives it back first. */
    @Transactional
    void giveBack(UUID customer) {
        sql.of(
                        """
                        update class_booking set status = 'cancelled', held = false, offer_until = null
                        where business_id = :business and customer_id = :customer and starts_at > now()
                        """)
                .param("customer", customer)
                .update();
    }
}
