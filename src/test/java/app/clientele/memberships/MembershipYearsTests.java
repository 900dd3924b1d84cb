package app.clientele.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestClock;
import app.clientele.TestDatabase;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.memberships.Interval.Unit;
import app.clientele.memberships.Members.Cancelling;
import app.clientele.memberships.Members.Changing;
import app.clientele.memberships.Membership.How;
import app.clientele.memberships.Pauses.Pausing;
import app.clientele.memberships.PlanChange.When;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Members over years, in three zones, with cards that are declined, pauses, other plans, other
 * days, and times in which nothing runs: what was charged is what a model says that is simple
 * enough to be believed. More with {@code -Dmemberships.customers=1000 -Dmemberships.years=3}.
 */
@ClienteleTest
class MembershipYearsTests {
    private static final List<String> ZONES =
            List.of("Europe/Stockholm", "Pacific/Kiritimati", "America/St_Johns");
    private static final List<Interval> INTERVALS =
            List.of(
                    new Interval(1, Unit.MONTH),
                    new Interval(2, Unit.WEEK),
                    new Interval(3, Unit.MONTH));

    private final Club club = Club.open();
    private final Random luck = new Random(Long.getLong("memberships.seed", 7));
    private final List<UUID> plans = new ArrayList<>();
    private final List<UUID> branches = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private Instant now = Instant.parse("2027-01-29T12:00:00Z");

    @AfterEach
    void realTime() {
        TestClock.real();
    }

    private static <T> T bean(Class<T> type) {
        return Cast.bean(type);
    }

    @Test
    void whatIsChargedIsWhatTheModelSays() {
        int customers = Integer.getInteger("memberships.customers", 6);
        int days = 365 * Integer.getInteger("memberships.years", 1);
        setUp(customers);
        Cast.mia()
                .run(() -> {
                    for (int day = 0; day < days; day++) {
                        now = now.plus(Duration.ofDays(1 + outage()));
                        TestClock.at(now);
                        bill();
                        members.forEach(this::live);
                    }
                });
        Cast.mia().run(() -> members.forEach(this::check));
    }

    private int outage() {
        return luck.nextInt(60) == 0 ? luck.nextInt(100) : 0;
    }

    private void setUp(int customers) {
        Wallet.use("sandbox", 5);
        for (Interval interval : INTERVALS) {
            plans.add(plan(interval));
        }
        for (String zone : ZONES) {
            branches.add(
                    UUID.fromString(
                            club.made(
                                            "/branches",
                                            Map.of("name", zone, "country", "SE", "zone", zone))
                                    .path("id")
                                    .asString()));
        }
        TestClock.at(now);
        for (int i = 0; i < customers; i++) {
            join(i);
        }
        TestDatabase.ownerClient()
                .sql("update customer_card set expires_on = '2099-12-31' where business_id = :id")
                .param("id", Cast.mia().business())
                .update();
    }

    private UUID plan(Interval interval) {
        Map<String, Object> more = new HashMap<>();
        more.put("interval", Map.of("every", interval.times(), "unit", interval.span().wireName()));
        if (interval.times() == 3) {
            more.put("term", 5);
        }
        return UUID.fromString(club.plan(more));
    }

    private void join(int turn) {
        String customer = club.customer();
        var wallet = new Wallet(club.api());
        String good = wallet.keep(customer, TestCard.VISA);
        String bad = wallet.keep(customer, TestCard.DECLINED);
        int plan = turn % plans.size();
        Map<String, Object> joining = new HashMap<>();
        joining.put("planId", plans.get(plan));
        joining.put("branchId", branches.get(turn % 2 == 0 ? 0 : 1 + turn / 2 % 2));
        joining.put("cardId", good);
        joining.put("startsOn", LocalDate.of(2027, 1, 31).plusDays(turn % 9));
        String id =
                club.made("/customers/" + customer + "/memberships", joining).path("id").asString();
        String zone = ZONES.get(turn % 2 == 0 ? 0 : 1 + turn / 2 % 2);
        members.add(new Member(id, good, bad, zone, plan, (LocalDate) joining.get("startsOn")));
    }

    private void bill() {
        Caller.application(Cast.mia().business(), Door.JOB)
                .run(() -> MembershipJobs.work(bean(MembershipBilling.class)));
        members.forEach(m -> m.bill(now));
    }

    /** What may happen to one on a day. */
    private void live(Member member) {
        switch (luck.nextInt(180)) {
            case 0, 1 -> pause(member);
            case 2, 3, 4 -> resume(member);
            case 5, 6, 7, 8 -> swap(member);
            case 9 -> move(member);
            case 10 -> plan(member);
            case 11 -> leave(member);
            default -> {
                // an ordinary day
            }
        }
    }

    private void pause(Member member) {
        if (member.next == null || member.isPaused(now)) {
            return;
        }
        Integer periods = luck.nextBoolean() ? 1 + luck.nextInt(3) : null;
        bean(Pauses.class).pause(member.id, new Pausing(periods, luck.nextBoolean(), null));
        member.pauseFrom = member.number;
        member.pauseUntil = periods == null ? Integer.MAX_VALUE : member.number + periods;
    }

    private void resume(Member member) {
        if (member.next == null || !member.pauses(member.number)) {
            return;
        }
        bean(Pauses.class).resume(member.id);
        member.pauseUntil = member.number;
        if (member.number == member.pauseFrom) {
            member.pauseFrom = 0;
            member.pauseUntil = 0;
        }
    }

    private void swap(Member member) {
        if (member.next != null) {
            member.good = !member.good;
            change(member, member.next);
        }
    }

    private void change(Member member, LocalDate next) {
        Membership present = bean(Members.class).get(member.id);
        UUID card = UUID.fromString(member.good ? member.goodCard : member.badCard);
        bean(Members.class).change(member.id, new Changing(card, next, null), present.version());
    }

    private void move(Member member) {
        if (member.next == null || member.pauses(member.number)) {
            return;
        }
        LocalDate later = member.next.plusDays(1 + luck.nextInt(9));
        change(member, later);
        member.moved(later);
    }

    private void plan(Member member) {
        int other = luck.nextInt(plans.size());
        if (member.next != null && other != member.plan && member.planned < 0) {
            bean(PlanChanges.class)
                    .change(
                            member.id,
                            new PlanChanges.Changing(plans.get(other), When.NEXT_PERIOD));
            member.planned = other;
        }
    }

    private void leave(Member member) {
        if (member.next != null && luck.nextInt(3) == 0) {
            bean(Members.class).cancel(member.id, new Cancelling(How.WAIVED, "Moves away"));
            member.next = null;
            member.left = true;
        }
    }

    private void check(Member member) {
        List<String> charged =
                bean(Members.class).activity(member.id).stream()
                        .map(c ->
                                "%d %s %s %d"
                                        .formatted(
                                                c.number(),
                                                c.from(),
                                                c.state().wireName(),
                                                c.attempts().size()))
                        .toList()
                        .reversed();
        assertThat(charged)
                .as("seed and plan %s of %s", member.plan, member.id)
                .containsExactlyInAnyOrderElementsOf(
                        member.rows.stream().map(Row::toString).toList());
    }

    /** What one period came to. */
    private static final class Row {
        final int number;
        final LocalDate from;
        String state;
        int tries;
        Instant last = Instant.EPOCH;

        Row(int number, LocalDate from, String state) {
            this.number = number;
            this.from = from;
            this.state = state;
        }

        @Override
        public String toString() {
            return "%d %s %s %d".formatted(number, from, state, tries);
        }
    }

    /** One member, as simple as it can be told. */
    private static final class Member {
        private static final int[] RETRY = {1, 3, 7};

        final UUID id;
        final String goodCard;
        final String badCard;
        final ZoneId zone;
        final List<Row> rows = new ArrayList<>();
        int plan;
        int planned = -1;
        boolean good = true;
        boolean left;
        LocalDate anchor;
        int anchorNumber = 1;
        int number = 1;
        int pauseFrom;
        int pauseUntil;
        int termFrom = 1;
        int paused;
        @org.jspecify.annotations.Nullable LocalDate next;

        Member(String id, String good, String bad, String zone, int plan, LocalDate start) {
            this.id = UUID.fromString(id);
            this.goodCard = good;
            this.badCard = bad;
            this.zone = ZoneId.of(zone);
            this.plan = plan;
            this.anchor = start;
            this.next = start;
        }

        private LocalDate day(int period) {
            Interval interval = INTERVALS.get(plan);
            int times = interval.times() * (period - anchorNumber);
            return interval.span() == Unit.WEEK
                    ? anchor.plusWeeks(times)
                    : anchor.plusMonths(times);
        }

        boolean pauses(int period) {
            return period >= pauseFrom && period < pauseUntil;
        }

        /** In one, or with one to come. */
        boolean isPaused(Instant at) {
            boolean over =
                    pauseUntil == 0
                            || number >= pauseUntil
                                    && !day(pauseUntil).isAfter(LocalDate.ofInstant(at, zone));
            return !over;
        }

        void moved(LocalDate day) {
            anchor = day;
            anchorNumber = number;
            next = day;
        }

        private void step() {
            number++;
            boolean over = INTERVALS.get(plan).times() == 3 && number > termFrom + 4 + paused;
            next = over ? null : day(number);
        }

        void bill(Instant at) {
            LocalDate today = LocalDate.ofInstant(at, zone);
            int charged = 0;
            while (next != null && !next.isAfter(today) && charged < 3) {
                if (pauses(number)) {
                    rows.add(new Row(number, day(number), "paused"));
                    paused++;
                } else if (!day(number + 3).isAfter(today)) {
                    rows.add(new Row(number, day(number), "skipped"));
                } else {
                    charge(at);
                    charged++;
                }
                step();
            }
            rows.forEach(row -> retry(row, at));
        }

        private void charge(Instant at) {
            if (planned >= 0) {
                LocalDate day = day(number);
                plan = planned;
                planned = -1;
                anchor = day;
                anchorNumber = number;
                termFrom = number;
                paused = 0;
            }
            Row row = new Row(number, day(number), good ? "paid" : "failed");
            row.tries = 1;
            row.last = at;
            rows.add(row);
        }

        private void retry(Row row, Instant at) {
            if (!left
                    && row.state.equals("failed")
                    && row.tries <= RETRY.length
                    && !row.last.plus(Duration.ofDays(RETRY[row.tries - 1])).isAfter(at)) {
                row.tries++;
                row.last = at;
                row.state = good ? "paid" : "failed";
            }
        }
    }
}
