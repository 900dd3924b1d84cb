package app.clientele.bench;

import java.time.LocalDate;

/**
 * Who came when: ten visits for each customer of a business, spread over its colleagues so that no
 * two meet, and far more for the one fat customer.
 */
final class Diaries {
    /** The visits a colleague has on a day: from eight, one every three quarters of an hour. */
    static final int A_DAY = 15;

    static final int MINUTES = 45;

    private static final int EACH = 10;
    private static final int STAFF_A_BRANCH = 20;
    private static final int DAYS = 1_000;
    private static final int DAYS_AHEAD = 30;
    private static final int FAT_VISITS = 50_000;

    /** Twelve digits long in hexadecimal, and none of a customer's. */
    private static final long FIRST_ID = 0x200000000000L;

    private Diaries() {}

    /**
     * The statements that write them for one business, as its owner.
     *
     * @param first how many customers of all came before those of this business
     * @param fat whether its first customer is the fat one
     */
    static String[] sql(String business, int customers, long first, boolean fat, LocalDate today) {
        int visits = customers * EACH;
        int staff = Math.max(3, visits / A_DAY / DAYS + 1);
        int days = visits / staff / A_DAY + 1;
        String begin = "date '" + today.minusDays(days - DAYS_AHEAD) + "'";
        return new String[] {
            TEAM.replace(":business", "'" + business + "'")
                    .replace(":staff", String.valueOf(staff))
                    .replace(":together", String.valueOf(STAFF_A_BRANCH)),
            visits(
                    business,
                    "generate_series(0, %d) i".formatted(visits - 1),
                    "(i %% %d)::int".formatted(staff),
                    BenchHome.idSql("%d + i %% %d".formatted(first, customers)),
                    first * EACH,
                    begin + " + (i / %d)::int".formatted(staff * A_DAY),
                    "interval '8 hours' + (i / %d %% %d) * interval '%d minutes'"
                            .formatted(staff, A_DAY, MINUTES),
                    fat ? "i % " + customers + " > 0" : "true",
                    today),
            fat
                    ? visits(
                            business,
                            "generate_series(0, %d) i".formatted(FAT_VISITS - 1),
                            String.valueOf(staff),
                            BenchHome.idSql(String.valueOf(first)),
                            first * EACH + 100_000_000L,
                            "date '%s' - (i / 12)::int".formatted(today.minusDays(1)),
                            "interval '8 hours' + (i % 12) * interval '1 hour'",
                            "true",
                            today)
                    : "select 1",
            "drop table bench_team"
        };
    }

    /** Colleagues in branches of twenty, each of whom performs everything, every day from eight. */
    private static final String TEAM =
            """
            create temporary table bench_team as
            select n, gen_random_uuid() staff, n / :together place, null::uuid branch from generate_series(0, :staff) n;
            insert into branch (business_id, id, name, country, zone, position)
            select :business, gen_random_uuid(), 'Branch ' || p, 'NL', 'Europe/Amsterdam', p
            from (select distinct place p from bench_team where place > 0) places;
            update bench_team t set branch = b.id from (
                select id, row_number() over (order by position, id) - 1 place from branch where business_id = :business
            ) b where b.place = t.place;
            insert into staff (business_id, id, name, role_id)
            select :business, t.staff, 'Colleague ' || t.n, r.id from bench_team t
            join role r on r.business_id = :business and r.standard = 'practitioner';
            insert into staff_branch (business_id, id, staff_id, branch_id)
            select :business, gen_random_uuid(), staff, branch from bench_team;
            insert into weekly_hours (business_id, id, branch_id, staff_id, monday, tuesday, wednesday, thursday, friday, saturday, sunday)
            select :business, gen_random_uuid(), w.branch, w.staff, d, d, d, d, d, d, d
            from (select branch, staff from bench_team union all select distinct branch, null::uuid from bench_team) w,
                (select '{[480,1200)}'::int4multirange d) h;
            insert into service (business_id, id, name, minutes, price_minor, currency, online)
            select :business, gen_random_uuid(), 'Treatment ' || n, 45, 6000, 'EUR', true from generate_series(1, 5) n;
            insert into service_staff (business_id, id, service_id, staff_id)
            select :business, gen_random_uuid(), s.id, t.staff from bench_team t, service s
            where s.business_id = :business and s.name like 'Treatment %';
            analyze bench_team\
            """;

    private static String visits(
            String business,
            String rows,
            String colleague,
            String customer,
            long firstId,
            String day,
            String clock,
            String which,
            LocalDate today) {
        return """
        insert into appointment (business_id, id, customer_id, visit_id, branch_id, service_id, service_name, staff_id,
            starts_at, ends_at, busy, status, held, price_minor, currency, created_via, created_at, updated_at)
        select '%1$s', v.id, v.customer, v.id, t.branch, s.id, s.name, t.staff, v.at, v.at + interval '%2$d minutes',
            tstzrange(v.at, v.at + interval '%2$d minutes'), v.status, v.status in ('booked', 'completed'), 6000, 'EUR', 'page',
            v.at - interval '9 days', v.at
        from (
            select i, (to_hex(%3$d + i) || '70008000000000000000')::uuid id, %4$s customer, %5$s colleague,
                ((%6$s)::timestamp + %7$s) at time zone 'Europe/Amsterdam' as at,
                case when %6$s >= date '%8$s' then 'booked' when i %% 25 = 7 then 'cancelled' when i %% 40 = 9 then 'no_show' else 'completed' end status
            from %9$s where %10$s
        ) v join bench_team t on t.n = v.colleague
        join (
            select id, name, row_number() over (order by name) place from service where business_id = '%1$s' and name like 'Treatment %%'
        ) s on s.place = v.i %% 5 + 1
        """
                .formatted(
                        business,
                        MINUTES,
                        FIRST_ID + firstId,
                        customer,
                        colleague,
                        day,
                        clock,
                        today,
                        rows,
                        which);
    }

    /** What the triggers would have kept beside them. */
    static String[] beside() {
        return new String[] {
            "insert into staff_time (business_id, id, staff_id, busy) select business_id, id, staff_id, busy from appointment where held"
        };
    }
}
