package app.clientele.calendar.rules;

/** What several statements ask about booking online, as SQL. */
final class OnlineSql {
    /** Whether a rule {@code o} holds for the wish {@code w}: there, and on the day they book. */
    static final String HOLDS =
            """
            (o.branch_id is null or o.branch_id = w.branch)
                        and (o.valid_from is null or o.valid_from <= w.today) and (o.valid_to is null or o.valid_to >= w.today)\
            """;

    /** Whether an appointment {@code a} was missed, as the settings {@code s} count. */
    static final String MISSED =
            """
            a.business_id = :business and a.customer_id = c.id
                and (a.status = 'no_show' or a.status = 'late_cancelled' and s.count_late)
                and a.starts_at > w.now - make_interval(months => s.restrict_months)\
            """;

    /** The rule that missed appointments bring about; null while there are too few. */
    static final String AUTOMATIC =
            """
            case when s.restrict_after <= (select count(*) from appointment a where %s) then s.restrict_to end\
            """
                    .formatted(MISSED);

    /** Whether another record with the same e-mail address or phone is blocked. */
    static final String BLOCKED_ELSEWHERE =
            """
            select json_build_object('silent', bool_and(o.silent))
            from customer_key k join online_booking o on o.business_id = :business and o.customer_id = k.customer_id
            where k.business_id = :business and k.kind in ('e', 'p') and k.customer_id <> c.id and o.rule = 'block' and %s
                and k.key = any(array(
                    select lower(e ->> 'address') from jsonb_array_elements(c.emails) e
                    union all
                    select regexp_replace(coalesce(p ->> 'e164', p ->> 'number'), '[^0-9]', '', 'g') from jsonb_array_elements(c.phones) p))
            having count(*) > 0\
            """
                    .formatted(HOLDS);

    /** Whether one of the keys belongs to a record that is blocked: silently or not, or no row. */
    static final String BLOCKED =
            """
            select bool_and(o.silent)
            from (select :branch::uuid branch, :today::date today) w
            join customer_key k on k.business_id = :business and k.kind in ('e', 'p') and k.key = any(:keys)
            join online_booking o on o.business_id = :business and o.customer_id = k.customer_id
            where o.rule = 'block' and %s
            having count(*) > 0\
            """
                    .formatted(HOLDS);

    private OnlineSql() {}
}
