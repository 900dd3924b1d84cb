-- Made by the database where it writes a row of its own: a UUID of version 7, so that what is made later sorts later.
create function next_id() returns uuid
    language sql volatile as $$
    select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- What is asked of customers who book, cancel late or do not come, as the business has it. No rule charges anybody: it
-- proposes. A deposit is credit once it is paid, and taxed as what it is spent on.
create table fee_rule (
    business_id  uuid not null references business (business_id),
    id           uuid not null,
    kind         text not null check (kind in ('deposit', 'late_cancel', 'no_show')),
    percent      numeric(7, 4) check (percent > 0 and percent <= 100), -- of what the visit would have cost
    amount_minor bigint check (amount_minor > 0),
    currency     text check (currency ~ '^[A-Z]{3}$'),
    services     uuid[] not null default '{}', -- for these; for all of them when empty
    whom         text not null check (whom in ('everybody', 'new', 'missed', 'above')),
    missed_least int check (missed_least between 1 and 1000), -- how often they did not come before
    above_minor  bigint check (above_minor > 0),              -- what the visit costs at least
    hours        int check (hours between 1 and 8760),        -- cancelled that shortly before it begins; whenever it is late when absent
    taxed        boolean not null default true,
    active       boolean not null default true,
    version      int not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (business_id, id),
    check ((percent is null) <> (amount_minor is null)),
    check (num_nonnulls(amount_minor, above_minor) = 0 or currency is not null),
    check ((whom = 'missed') = (missed_least is not null)),
    check ((whom = 'above') = (above_minor is not null)),
    check (hours is null or kind = 'late_cancel'),
    check (kind <> 'deposit' or not taxed)
);
create index on fee_rule (business_id, kind, id);
call tenant_table('fee_rule');

-- What was agreed with one customer instead: never, or an amount of their own.
create table customer_fee (
    business_id  uuid not null,
    id           uuid not null,
    customer_id  uuid not null,
    kind         text not null check (kind in ('deposit', 'late_cancel', 'no_show')),
    never        boolean not null,
    percent      numeric(7, 4) check (percent > 0 and percent <= 100),
    amount_minor bigint check (amount_minor > 0),
    currency     text check (currency ~ '^[A-Z]{3}$'),
    reason       text not null,
    created_by   uuid,
    created_via  text not null,
    version      int not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    check (num_nonnulls(percent, amount_minor) = case when never then 0 else 1 end),
    check ((amount_minor is null) = (currency is null))
);
create unique index customer_fee_kind on customer_fee (business_id, customer_id, kind);
call tenant_table('customer_fee', 'customer_id');

-- What is proposed, and what became of it. The order is the one in which it was charged.
create table fee (
    business_id    uuid not null,
    id             uuid not null,
    customer_id    uuid not null, -- who pays: who booked, where somebody else was to come
    appointment_id uuid not null,
    kind           text not null check (kind in ('deposit', 'late_cancel', 'no_show')),
    state          text not null check (state in ('proposed', 'charged', 'waived', 'withdrawn')),
    amount_minor   bigint not null check (amount_minor > 0),
    currency       text not null check (currency ~ '^[A-Z]{3}$'),
    taxed          boolean not null,
    fee_rule_id    uuid, -- which rule proposed it; none where it was agreed with the customer
    order_id       uuid,
    lot_id         uuid, -- the credit that a deposit has become
    reason         text, -- why it was waived
    decided_by     uuid,
    decided_at     timestamptz,
    created_via    text not null,
    version        int not null default 1,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, appointment_id) references appointment (business_id, id) on delete cascade,
    foreign key (business_id, order_id) references sales_order (business_id, id),
    foreign key (business_id, lot_id) references ledger_lot (business_id, id),
    check ((state = 'charged') = (order_id is not null)),
    check ((state = 'proposed') = (decided_at is null)),
    check (kind <> 'deposit' or not taxed)
);
create unique index fee_open on fee (business_id, appointment_id, kind) where state in ('proposed', 'charged');
create index on fee (business_id, customer_id, created_at desc, id desc);
create index on fee (business_id, appointment_id, created_at);
create index fee_proposed on fee (business_id, created_at desc, id desc) where state = 'proposed';
call tenant_table('fee', 'customer_id');

-- A fee is sold as a line of an order, and by one line only.
alter table order_line add column fee_id uuid;
alter table order_line add constraint order_line_fee foreign key (business_id, fee_id) references fee (business_id, id);
alter table order_line drop constraint order_line_kind_check;
alter table order_line add constraint order_line_kind_check check (kind in ('service', 'product', 'gift_card', 'fee', 'deposit'));
alter table order_line add constraint order_line_fee_kind check ((kind in ('fee', 'deposit')) = (fee_id is not null));
create unique index order_line_fee on order_line (business_id, fee_id) where held and fee_id is not null;

-- What the rules make of an appointment. What was agreed with the customer goes before them; of several that fit, the one
-- that asks most. Percentages are rounded half up to the last unit. What was sold at the desk already is paid for.
create function propose_fee(visit appointment, what text) returns void
    language plpgsql as $$
declare
    payer uuid := coalesce(visit.booked_by_id, visit.customer_id);
    agreed customer_fee;
    best record;
    due bigint;
begin
    if what is null then
        return;
    end if;
    select * into agreed from customer_fee c
    where c.business_id = visit.business_id and c.customer_id = payer and c.kind = what;
    if agreed.never or exists (select from order_line l
            where l.business_id = visit.business_id and l.appointment_id = visit.id and l.held) then
        return;
    end if;
    select r.id, r.taxed, case when r.percent is null then r.currency else visit.currency end currency,
           coalesce(r.amount_minor, round(visit.price_minor * r.percent / 100)::bigint) asks
    into best
    from fee_rule r
    where r.business_id = visit.business_id and r.kind = what and r.active
        and (cardinality(r.services) = 0 or visit.service_id = any(r.services))
        and (r.hours is null or now() > visit.starts_at - r.hours * interval '1 hour')
        and (r.whom = 'everybody'
            or r.whom = 'above' and visit.price_minor > r.above_minor and visit.currency = r.currency
            or r.whom = 'new' and not exists (select from appointment a where a.business_id = visit.business_id
                and a.customer_id in (payer, visit.customer_id) and a.status = 'completed')
            or r.whom = 'missed' and r.missed_least <= (select count(*) from appointment a where a.business_id = visit.business_id
                and a.customer_id in (payer, visit.customer_id) and a.status = 'no_show' and a.id <> visit.id))
    order by asks desc nulls last, r.id limit 1;
    due := case when agreed.id is null then best.asks
        else coalesce(agreed.amount_minor, round(visit.price_minor * agreed.percent / 100)::bigint) end;
    if coalesce(due, 0) <= 0 then
        return;
    end if;
    insert into fee (business_id, id, customer_id, appointment_id, kind, state, amount_minor, currency, taxed, fee_rule_id, created_via)
    values (visit.business_id, next_id(), payer, visit.id, what, 'proposed', due,
        case when agreed.id is null then best.currency else coalesce(agreed.currency, visit.currency) end,
        what <> 'deposit' and coalesce(best.taxed, true), case when agreed.id is null then best.id end,
        coalesce(nullif(current_setting('app.source', true), ''), 'job'))
    on conflict (business_id, appointment_id, kind) where state in ('proposed', 'charged') do nothing;
end
$$;

-- What there is reason to ask for while an appointment stands so.
create function fee_kind_of(status text) returns text
    language sql immutable as $$
    select case when status = 'late_cancelled' then 'late_cancel' when status = 'no_show' then 'no_show'
        when status in ('booked', 'confirmed', 'arrived', 'in_service') then 'deposit' end
$$;

-- Whichever way an appointment is booked, called off, missed or marked back. A deposit is asked for once, and before it begins.
create function fees_follow_appointment() returns trigger
    language plpgsql as $$
declare
    what text := fee_kind_of(new.status);
begin
    if tg_op = 'UPDATE' then
        update fee f set state = 'withdrawn', decided_at = now(), version = f.version + 1, updated_at = now()
        where f.business_id = new.business_id and f.appointment_id = new.id and f.state = 'proposed' and f.kind is distinct from what;
        if what = 'deposit' and fee_kind_of(old.status) = 'deposit' then
            return null;
        end if;
    end if;
    if what = 'deposit' and (new.starts_at <= now() or exists (select from fee f where f.business_id = new.business_id
            and f.appointment_id = new.id and f.kind = what and f.state in ('charged', 'waived'))) then
        return null;
    end if;
    perform propose_fee(new, what);
    return null;
end
$$;
create trigger fees_follow after update of status on appointment for each row
    when (old.status is distinct from new.status) execute function fees_follow_appointment();
create trigger fees_begin after insert on appointment for each row
    when (new.status in ('booked', 'confirmed')) execute function fees_follow_appointment();

-- An order that is issued charges the fees in it, once; whoever decides about one at the same time waits.
create function fees_follow_order() returns trigger
    language plpgsql as $$
begin
    perform from fee f where f.business_id = new.business_id and f.id in (
        select l.fee_id from order_line l where l.business_id = new.business_id and l.order_id = new.id and l.fee_id is not null)
    order by f.id for update;
    if exists (select from order_line l join fee f on f.business_id = new.business_id and f.id = l.fee_id
            where l.business_id = new.business_id and l.order_id = new.id and f.state <> 'proposed') then
        raise exception 'fee_decided' using errcode = 'RF409';
    end if;
    update fee f set state = 'charged', order_id = new.id, decided_at = now(),
        decided_by = nullif(current_setting('app.actor', true), '')::uuid, version = f.version + 1, updated_at = now()
    where f.business_id = new.business_id and f.id in (
        select l.fee_id from order_line l where l.business_id = new.business_id and l.order_id = new.id and l.fee_id is not null);
    return null;
end
$$;
create trigger fees_follow after update of status on sales_order for each row
    when (new.status = 'issued' and old.status <> 'issued') execute function fees_follow_order();

-- What is voided is as if it had not been charged.
create function fees_follow_line() returns trigger
    language plpgsql as $$
begin
    update fee f set state = 'proposed', order_id = null, lot_id = null, decided_at = null, decided_by = null, version = f.version + 1,
        updated_at = now()
    where f.business_id = new.business_id and f.id = new.fee_id and f.state = 'charged' and exists (
        select from appointment a where a.business_id = new.business_id and a.id = f.appointment_id
        and fee_kind_of(a.status) = f.kind);
    if not found then
        update fee f set state = 'withdrawn', order_id = null, version = f.version + 1, updated_at = now()
        where f.business_id = new.business_id and f.id = new.fee_id and f.state = 'charged';
    end if;
    return null;
end
$$;
create trigger fees_follow after update of held on order_line for each row
    when (old.held and not new.held and new.fee_id is not null) execute function fees_follow_line();

-- What was paid as a deposit is the customer's credit from then on, whichever way its invoice came to be paid.
create function deposits_follow_invoice() returns trigger
    language plpgsql as $$
declare
    due record;
    account uuid;
    lot uuid;
begin
    for due in
        select f.id, f.customer_id, f.currency, l.net_minor, l.name
        from fee f join order_line l on l.business_id = f.business_id and l.fee_id = f.id and l.order_id = f.order_id
        where f.business_id = new.business_id and f.order_id = new.order_id and f.kind = 'deposit' and f.lot_id is null
            and l.held and l.net_minor > 0
        order by f.id for update of f
    loop
        select a.id into account from ledger_account a
        where a.business_id = new.business_id and a.customer_id = due.customer_id and a.kind = 'account_credit'
            and a.unit = due.currency
        order by a.id limit 1;
        if account is null then
            account := next_id();
            insert into ledger_account (business_id, id, kind, customer_id, unit)
            values (new.business_id, account, 'account_credit', due.customer_id, due.currency);
        end if;
        lot := next_id();
        insert into ledger_entry (business_id, id, account_id, sequence, lot_id, kind, amount, reason, at, created_by, created_via,
            previous, hash)
        values (new.business_id, lot, account, 0, lot, 'add', due.net_minor, due.name, now(),
            nullif(current_setting('app.actor', true), '')::uuid, coalesce(nullif(current_setting('app.source', true), ''), 'job'),
            '', '');
        update fee f set lot_id = lot, version = f.version + 1, updated_at = now()
        where f.business_id = new.business_id and f.id = due.id;
    end loop;
    return null;
end
$$;
create trigger deposits_follow after update on invoice for each row
    when (new.status = 'paid' and old.status is distinct from new.status) execute function deposits_follow_invoice();
