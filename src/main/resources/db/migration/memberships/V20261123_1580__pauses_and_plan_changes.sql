-- A membership may stand still for some periods, and go on with another plan. What happened to it is written down.
alter table membership
    add column term_from int not null default 1 check (term_from >= 1),         -- the period from which the term counts
    add column paused_periods int not null default 0 check (paused_periods >= 0), -- by which the term is longer
    add column paused_on date,       -- the first day of the pause
    add column pause_from int,       -- the first period that is not charged
    add column pause_until int,      -- the first that is charged again; whoever resumes it says so when absent
    add column resumes_on date,      -- and its day
    add column pause_access boolean not null default true, -- whether what it brought may be used meanwhile
    add column pause_reason text,
    add column next_plan_id uuid,    -- which plan it goes on with from the next period
    add constraint membership_next_plan foreign key (business_id, next_plan_id) references membership_plan (business_id, id),
    add constraint membership_pause check ((paused_on is null) = (pause_from is null) and (resumes_on is null) = (pause_until is null)
        and (paused_on is not null or resumes_on is null));

alter table membership_charge add column paused boolean not null default false; -- a period that was not charged as it was paused

create table membership_event (
    business_id   uuid not null,
    id            uuid not null,
    customer_id   uuid not null,
    membership_id uuid not null,
    kind          text not null check (kind in ('paused', 'resumed', 'plan_planned', 'plan_kept', 'plan_changed')),
    day           date not null, -- from which it holds
    until_on      date,          -- the day on which a pause is over
    access        boolean,       -- whether a pause lets use what there is
    plan_name     text,          -- of the other plan
    amount_minor  bigint check (amount_minor >= 0), -- what was credited for what was not used
    currency      text check (currency ~ '^[A-Z]{3}$'),
    reason        text,
    created_by    uuid,
    created_via   text not null,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, membership_id) references membership (business_id, id),
    check ((amount_minor is null) = (currency is null))
);
create index on membership_event (business_id, membership_id, id desc);
create index on membership_event (business_id, customer_id, id desc);
call tenant_table('membership_event', 'customer_id');

-- Whether it stands still on a day.
create function membership_paused(m membership, day date) returns boolean
    language sql immutable as $$
    select coalesce(m.paused_on <= day and (m.resumes_on is null or m.resumes_on > day), false)
$$;

create or replace function membership_charge_state(c membership_charge) returns text
    language sql stable as $$
    select case
        when c.paused then 'paused'
        when c.skipped then 'skipped'
        when i.id is null then 'open'
        when i.status in ('void', 'refunded') then i.status
        when exists (select from payment p join gateway_operation g on g.business_id = p.business_id and g.id = p.id
            where p.business_id = c.business_id and p.invoice_id = i.id and g.dispute in ('open', 'lost')) then 'disputed'
        when i.status = 'paid' then 'paid'
        when exists (select from payment p where p.business_id = c.business_id and p.invoice_id = i.id and p.kind = 'payment'
            and p.state in ('pending', 'unknown')) then 'waiting'
        when exists (select from payment p where p.business_id = c.business_id and p.invoice_id = i.id and p.kind = 'payment'
            and p.state = 'failed') then 'failed'
        else 'open' end
    from (select 1) one left join invoice i on i.business_id = c.business_id and i.order_id = c.order_id
$$;

-- What the customer has to confirm with their bank waits for them, and what should have been charged a day ago and was not
-- waits for somebody to look why.
create or replace function membership_attention(m membership, today date) returns text[]
    language sql stable as $$
    select array_remove(array[
        case when bool_or(kind = 'joining' and state in ('open', 'failed')) then 'setup_unpaid' end,
        case when bool_or(state = 'disputed') then 'payment_disputed' end,
        case when bool_or(kind <> 'joining' and state = 'failed') then 'payment_failed' end,
        case when m.next_on < today then 'not_charged' end,
        case when bool_or(state = 'waiting' and exists (select from invoice i
            join payment p on p.business_id = i.business_id and p.invoice_id = i.id and p.state = 'pending'
            join gateway_operation g on g.business_id = p.business_id and g.id = p.id and g.state = 'needs_customer'
            where i.business_id = m.business_id and i.order_id = charges.order_id)) then 'to_be_confirmed' end,
        case when m.next_on is not null and m.price_minor > 0 and m.card_id is not null and not membership_paused(m, today)
            and not exists (
            select from customer_card k where k.business_id = m.business_id and k.id = m.card_id and k.customer_id = m.customer_id
                and k.removed_at is null and k.expires_on >= today) then 'no_card' end,
        case when bool_or(kind <> 'joining' and state in ('open', 'skipped')) then 'payment_outstanding' end], null)
    from (select c.kind, c.order_id, membership_charge_state(c) state from membership_charge c
          where c.business_id = m.business_id and c.membership_id = m.id) charges
$$;

create or replace function membership_state(m membership, today date) returns text
    language sql stable as $$
    select case
        when m.cancelled_how in ('fee', 'waived') or m.ends_on < today and m.cancelled_at is not null then 'cancelled'
        when m.ends_on < today then 'expired'
        when m.starts_on > today then 'upcoming'
        when membership_paused(m, today) then 'paused'
        when cardinality(membership_attention(m, today)) > 0 then 'needs_attention'
        else 'active' end
$$;

drop trigger credits_of_period on membership_charge;
create trigger credits_of_period after insert on membership_charge for each row
    when (new.kind = 'period' and not new.skipped and not new.paused) execute function credits_of_period();

-- Who pauses without access pays like anybody.
create or replace function member_discount(business uuid, member uuid, what text, day date)
    returns table (plan_name text, percent numeric)
    language sql stable as $$
    select m.plan_name, case what when 'product' then m.product_discount else m.service_discount end percent
    from membership m
    where m.business_id = business and m.customer_id = member and m.starts_on <= day and (m.ends_on is null or m.ends_on >= day)
        and coalesce(m.cancelled_how, 'period_end') = 'period_end'
        and (m.pause_access or not membership_paused(m, day))
        and case what when 'product' then m.product_discount else m.service_discount end > 0
    order by 2 desc, m.id limit 1
$$;
