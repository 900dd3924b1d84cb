package app.clientele.calendar.availability;

/** The statement by which timetables are read: who they are of, and all that is said of them. */
final class TimetableSql {
    private TimetableSql() {}

    /** Those who are there: at one branch, or at all where none is named. */
    static final String THERE =
            """
             and f.deactivated_at is null
            and (exists (select from staff_branch w where w.business_id = :business and w.staff_id = f.id and w.branch_id = :branch)
                 or not exists (select from staff_branch w where w.business_id = :business and w.staff_id = f.id))
            """;

    static final String OF_BRANCH =
            """
            with asked as (select 0 minutes, 0 before, 0 after, true known),
            who as (
                select f.id, f.name, 0 minutes from staff f where f.business_id = :business
            """
                    + THERE
                    + ")";

    static final String OF_ONE =
            """
            with asked as (select 0 minutes, 0 before, 0 after, true known),
            who as (select f.id, f.name, 0 minutes from staff f where f.business_id = :business and f.id = :staff)
            """;

    static final String OF_SERVICE =
            """
            with asked as (
                select s.minutes, s.buffer_before_minutes before, s.buffer_after_minutes after,
                    :staff::uuid is null or exists (select from staff f where f.business_id = :business and f.id = :staff::uuid) known,
                    s.archived_at is null and (
                        not exists (select from service_branch o where o.business_id = :business and o.service_id = s.id)
                        or exists (select from service_branch o where o.business_id = :business and o.service_id = s.id
                                   and o.branch_id = :branch)) offered
                from service s where s.business_id = :business and s.id = :service
            ),
            who as (
                select f.id, f.name, coalesce(:minutes::int, p.minutes, asked.minutes) minutes
                from asked join service_staff p on p.business_id = :business and p.service_id = :service
                join staff f on f.business_id = :business and f.id = p.staff_id
                join branch o on o.business_id = :business and o.id = :branch and o.archived_at is null
                where asked.offered and (:staff::uuid is null or f.id = :staff::uuid) and f.id <> all(:barred)
            """
                    + THERE
                    + ")";

    static final String SELECT =
            """
            select who.id, who.name, who.minutes, asked.before, asked.after, asked.known, b.zone,
                h.id is not null said, h.monday, h.tuesday, h.wednesday, h.thursday, h.friday, h.saturday, h.sunday,
                %s performs, d.dated, a.away_from, a.away_until, t.taken_from, t.taken_until
            from branch b
            left join asked on true
            cross join lateral (select who.id, who.name, who.minutes from who union all select b.id, '', 0) who
            left join weekly_hours h on h.business_id = :business and h.branch_id = :branch
                and coalesce(h.staff_id, h.branch_id) = who.id
            left join (
                select coalesce(x.staff_id, x.branch_id) whose, array_agg(x.day || ' ' || x.hours) dated
                from dated_hours x where x.business_id = :business and x.branch_id = :branch and x.day between :first and :last
                and (x.staff_id is null or x.staff_id in (select who.id from who)) group by 1
            ) d on d.whose = who.id
            left join lateral (
                select array_agg(floor(date_part('epoch', x.starts_at))::bigint) away_from,
                    array_agg(ceil(date_part('epoch', x.ends_at))::bigint) away_until
                from time_off x where x.business_id = :business and x.staff_id = who.id
                and x.ends_at > to_timestamp(:from) and x.starts_at < to_timestamp(:until)
            ) a on true
            left join lateral (
                %s
            ) t on true
            where b.business_id = :business and b.id = :branch order by who.name, who.id
            """;

    /** Who does which part of a visit, and how long they take for it. */
    static final String OF_VISIT =
            """
            with parts as (
                select w.n, w.staff, w.length, s.id, s.minutes, s.buffer_before_minutes before, s.buffer_after_minutes after
                from unnest(:services::uuid[], :staffs::uuid[], :lengths::int[]) with ordinality w(service, staff, length, n)
                join service s on s.business_id = :business and s.id = w.service
                where s.archived_at is null and (
                    not exists (select from service_branch o where o.business_id = :business and o.service_id = s.id)
                    or exists (select from service_branch o where o.business_id = :business and o.service_id = s.id
                               and o.branch_id = :branch))
            ),
            asked as (
                select 0 minutes, 0 before, 0 after, case when (
                    select count(distinct s.id) from service s where s.business_id = :business and s.id = any(:services::uuid[])
                ) = (select count(distinct u) from unnest(:services::uuid[]) u) then true end known
            ),
            performed as (
                select f.id, f.name, parts.n, coalesce(parts.length, p.minutes, parts.minutes) minutes, parts.before, parts.after
                from parts join service_staff p on p.business_id = :business and p.service_id = parts.id
                join staff f on f.business_id = :business and f.id = p.staff_id
                join branch o on o.business_id = :business and o.id = :branch and o.archived_at is null
                where (parts.staff is null or f.id = parts.staff)
            """
                    + THERE
                    + """
                    ),
                    who as (select distinct performed.id, performed.name, 0 minutes from performed)
                    """;

    static final String NOTHING = "cast(null as text)";

    static final String PERFORMS =
            """
            (select string_agg(concat_ws(' ', p.n, p.minutes, p.before, p.after), ',') from performed p where p.id = who.id)\
            """;

    static final String NOT_TAKEN =
            "select cast(null as bigint[]) taken_from, cast(null as bigint[]) taken_until";

    /** As nothing overlaps, of what began before only the last may still go on. */
    static final String TAKEN =
            """
            select array_agg(x.begins) taken_from, array_agg(x.ends) taken_until
            from (
                (select y.begins, y.ends from staff_time y where y.business_id = :business and y.staff_id = who.id
                 and y.begins < :from and y.id <> all(:ignoring) order by y.begins desc limit 1)
                union all
                select y.begins, y.ends from staff_time y where y.business_id = :business and y.staff_id = who.id
                and y.begins >= :from and y.begins < :until and y.id <> all(:ignoring)
            ) x
            """;
}
