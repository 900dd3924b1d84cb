-- What a membership brought is not used while that is paused without access.
create or replace function usable_credits(business uuid, served uuid, payer uuid, service uuid, day date)
    returns table (credit_id uuid, lot_id uuid, customer_id uuid, name text, remaining bigint, expires_on date)
    language sql stable as $$
    select c.id, l.id, c.customer_id, coalesce(c.name, c.reason, ''), l.remaining, l.expires_on
    from visit_credit c
    join ledger_lot l on l.business_id = business and l.account_id = c.id and l.remaining > 0
        and (l.expires_on is null or l.expires_on >= day)
    where c.business_id = business and c.service_id = service and c.from_on <= day
        and (c.customer_id = served or c.shared and (c.customer_id = payer or c.customer_id in (
            select r.customer_id from relationship r
            where r.business_id = business and r.relative_id in (served, payer) and r.agreement = 'agreed' and r.may_pay)))
        and (c.charge_id is null or not exists (
            select from membership_charge k join membership m on m.business_id = business and m.id = k.membership_id
            where k.business_id = business and k.id = c.charge_id and membership_paused(m, day) and not m.pause_access))
    order by l.expires_on nulls last, c.customer_id <> served, c.id, l.id
$$;

-- How much of what a period brought is used no more, for who goes on with another plan.
create function take_back_visits_of(business uuid, charge uuid) returns void
    language plpgsql as $$
declare
    credit visit_credit;
begin
    for credit in select * from visit_credit c where c.business_id = business and c.charge_id = charge order by c.id loop
        perform revoke_visits(credit, null);
    end loop;
end
$$;

create function visits_left_of(business uuid, charge uuid, out brought bigint, out unused bigint)
    language sql stable as $$
    select coalesce(sum(c.visits), 0)::bigint, coalesce(sum((select sum(l.remaining) from ledger_lot l
        where l.business_id = business and l.account_id = c.id)), 0)::bigint
    from visit_credit c where c.business_id = business and c.charge_id = charge
$$;
