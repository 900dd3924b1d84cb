-- Each period of a membership brings its visits, whoever writes it down and however often it is tried: with the charge, once.
-- What lies ahead may be used from its first day on; what is not used lasts as long as the plan said.
create function credits_of_period() returns trigger
    language plpgsql as $$
declare
    benefit record;
    account uuid;
    entry uuid;
begin
    for benefit in
        select b.service_id, b.visits, m.plan_name, m.shared,
               case when not m.carried_forever
                   then (new.until_on + m.carried_periods * (m.every || ' ' || m.unit)::interval)::date end last_day
        from membership_benefit b
        join membership m on m.business_id = b.business_id and m.id = b.membership_id
        where b.business_id = new.business_id and b.membership_id = new.membership_id order by b.position
    loop
        account := next_id();
        insert into ledger_account (business_id, id, kind, customer_id, unit)
        values (new.business_id, account, 'visits', new.customer_id, 'count');
        insert into visit_credit (business_id, id, customer_id, service_id, origin, charge_id, name, visits, from_on, shared, created_by,
            created_via)
        values (new.business_id, account, new.customer_id, benefit.service_id, 'membership', new.id, benefit.plan_name, benefit.visits,
            new.from_on, benefit.shared, new.created_by, new.created_via);
        entry := next_id();
        perform post_visits(new.business_id, account, entry, entry, 'add', benefit.visits, null, benefit.last_day, benefit.plan_name);
    end loop;
    return null;
end
$$;
create trigger credits_of_period after insert on membership_charge for each row
    when (new.kind = 'period' and not new.skipped) execute function credits_of_period();
