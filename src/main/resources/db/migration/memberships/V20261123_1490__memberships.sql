-- What one can be a member of: what it costs how often, and what leaving costs.
create table membership_plan (
    business_id   uuid not null references business (business_id),
    id            uuid not null,
    name          text not null,
    description   text,
    price_minor   bigint not null check (price_minor >= 0), -- for each period
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    every         int not null check (every between 1 and 120),
    unit          text not null check (unit in ('week', 'month', 'year')),
    joining_minor bigint not null default 0 check (joining_minor >= 0),
    term          int check (term between 1 and 1200), -- how many periods it is for; until it is cancelled when absent
    notice_days   int not null default 0 check (notice_days between 0 and 3650),
    leaving_minor bigint not null default 0 check (leaving_minor >= 0), -- for leaving before the end of the term, or without notice
    tax_rate_id   uuid, -- the usual one when absent
    archived_at   timestamptz,
    version       int not null default 1,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, tax_rate_id) references tax_rate (business_id, id)
);
create unique index membership_plan_name on membership_plan (business_id, lower(name)) where archived_at is null;
call tenant_table('membership_plan');

-- Somebody who is a member, on the terms that were agreed. The days on which it is charged are counted from an anchor, each from
-- there and not from the one before: so the 31st stays the 31st wherever a month has one.
create table membership (
    business_id   uuid not null,
    id            uuid not null,
    customer_id   uuid not null,
    plan_id       uuid not null,
    plan_name     text not null,
    branch_id     uuid not null,
    staff_id      uuid,        -- who sold it
    price_minor   bigint not null check (price_minor >= 0),
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    every         int not null check (every between 1 and 120),
    unit          text not null check (unit in ('week', 'month', 'year')),
    joining_minor bigint not null check (joining_minor >= 0),
    term          int check (term between 1 and 1200),
    notice_days   int not null check (notice_days between 0 and 3650),
    leaving_minor bigint not null check (leaving_minor >= 0),
    starts_on     date not null,
    anchor_on     date not null, -- the day of the period of this number
    anchor_number int not null check (anchor_number >= 1),
    next_number   int not null check (next_number >= 1), -- of the period that is charged next
    next_on       date,          -- when; never again when absent
    ends_on       date,          -- the last day, as far as it is known
    cancelled_at  timestamptz,
    cancelled_by  uuid,
    cancelled_how text check (cancelled_how in ('fee', 'waived', 'period_end')),
    cancel_reason text,
    card_id       uuid,          -- which card is charged; what is due is owed when absent
    note          text,
    created_by    uuid,
    created_via   text not null,
    version       int not null default 1,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, plan_id) references membership_plan (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id),
    check (anchor_number <= next_number),
    check ((cancelled_at is null) = (cancelled_how is null)),
    check (cancelled_at is null or ends_on is not null)
);
create index on membership (business_id, customer_id, id desc);
create index membership_due on membership (business_id, next_on) where next_on is not null;
create index on membership (business_id, plan_id);
call tenant_table('membership', 'customer_id');

-- What a membership charges: each period once, whoever charges it and however often it is tried. What became of it, its
-- invoice says.
create table membership_charge (
    business_id   uuid not null,
    id            uuid not null,
    customer_id   uuid not null,
    membership_id uuid not null,
    kind          text not null check (kind in ('joining', 'period', 'leaving')),
    number        int not null, -- of the period; 0 for what is charged once
    from_on       date not null,
    until_on      date,         -- the last day of the period
    amount_minor  bigint not null check (amount_minor >= 0),
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    order_id      uuid,
    skipped       boolean not null default false, -- missed while nothing ran, and not charged afterwards
    created_by    uuid,
    created_via   text not null,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, membership_id) references membership (business_id, id),
    foreign key (business_id, order_id) references sales_order (business_id, id),
    check ((kind = 'period') = (number > 0)),
    check ((kind = 'period') = (until_on is not null))
);
create unique index membership_charge_once on membership_charge (business_id, membership_id, kind, number);
create index on membership_charge (business_id, order_id) where order_id is not null;
call tenant_table('membership_charge', 'customer_id');

alter table order_line add column charge_id uuid;
alter table order_line add constraint order_line_charge foreign key (business_id, charge_id)
    references membership_charge (business_id, id);
alter table order_line drop constraint order_line_kind_check;
alter table order_line add constraint order_line_kind_check
    check (kind in ('service', 'product', 'gift_card', 'fee', 'deposit', 'membership'));
alter table order_line add constraint order_line_charge_kind check ((kind = 'membership') = (charge_id is not null));
create unique index order_line_charge on order_line (business_id, charge_id) where held and charge_id is not null;

-- How often and how long after a failure a charge is tried again, in days from the day before; for all of the business.
create table membership_settings (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    retry_days  int[] not null default '{1,3,7}',
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    check (cardinality(retry_days) <= 10)
);
create unique index membership_settings_one on membership_settings (business_id);
call tenant_table('membership_settings');

-- How a charge stands, by its invoice and the payments of it.
create function membership_charge_state(c membership_charge) returns text
    language sql stable as $$
    select case
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

-- What stands in the way of a membership, the gravest first.
create function membership_attention(m membership, today date) returns text[]
    language sql stable as $$
    select array_remove(array[
        case when bool_or(kind = 'joining' and state in ('open', 'failed')) then 'setup_unpaid' end,
        case when bool_or(state = 'disputed') then 'payment_disputed' end,
        case when bool_or(kind <> 'joining' and state = 'failed') then 'payment_failed' end,
        case when m.next_on is not null and m.price_minor > 0 and m.card_id is not null and not exists (
            select from customer_card k where k.business_id = m.business_id and k.id = m.card_id and k.customer_id = m.customer_id
                and k.removed_at is null and k.expires_on >= today) then 'no_card' end,
        case when bool_or(kind <> 'joining' and state in ('open', 'skipped')) then 'payment_outstanding' end], null)
    from (select c.kind, membership_charge_state(c) state from membership_charge c
          where c.business_id = m.business_id and c.membership_id = m.id) charges
$$;

-- One of six; what each lets the customer use stands in the decision record.
create function membership_state(m membership, today date) returns text
    language sql stable as $$
    select case
        when m.cancelled_how in ('fee', 'waived') or m.ends_on < today and m.cancelled_at is not null then 'cancelled'
        when m.ends_on < today then 'expired'
        when m.starts_on > today then 'upcoming'
        when cardinality(membership_attention(m, today)) > 0 then 'needs_attention'
        else 'active' end
$$;

-- Where something is due or to be tried again; the job has no caller.
create function businesses_with_memberships_due(today date) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct business_id from membership where next_on <= today
    union
    select distinct c.business_id from membership_charge c
    join invoice i on i.business_id = c.business_id and i.order_id = c.order_id and i.status in ('open', 'part_paid')
$$;
