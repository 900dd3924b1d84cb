-- Visits that somebody has: bought as a package, brought by each period of a membership, or given by hand. What is left of
-- them is kept on the ledger; who used which for what stands here.
alter table ledger_account drop constraint ledger_account_kind_check;
alter table ledger_account add constraint ledger_account_kind_check
    check (kind in ('account_credit', 'gift_card', 'points', 'visits'));

-- What is sold: so many visits of each service, at one price.
create table package (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    name        text not null,
    description text,
    price_minor bigint not null check (price_minor >= 0),
    currency    text not null check (currency ~ '^[A-Z]{3}$'),
    lasts_days  int check (lasts_days between 1 and 3650), -- from the day it is bought; for ever when absent
    online      boolean not null default false, -- customers may buy it themselves
    shared      boolean not null default false, -- whoever may pay with their card may use it
    tax_rate_id uuid, -- the usual one when absent
    archived_at timestamptz,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, tax_rate_id) references tax_rate (business_id, id)
);
create unique index package_name on package (business_id, lower(name)) where archived_at is null;
call tenant_table('package');

create table package_item (
    business_id uuid not null,
    id          uuid not null,
    package_id  uuid not null,
    service_id  uuid not null,
    visits      int not null check (visits between 1 and 999),
    position    int not null,
    primary key (business_id, id),
    unique (business_id, package_id, service_id),
    foreign key (business_id, package_id) references package (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id)
);
call tenant_table('package_item');

-- A package somebody has: which line of an order sold it, and whether it was ended.
create table bought_package (
    business_id   uuid not null,
    id            uuid not null,
    customer_id   uuid not null,
    package_id    uuid not null,
    name          text not null, -- as it was when it was sold
    order_line_id uuid not null,
    invoice_id    uuid not null,
    bought_on     date not null,
    ended_at      timestamptz,
    ended_by      uuid,
    end_reason    text,
    move_reason   text, -- why it was handed on
    version       int not null default 1,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, order_line_id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, package_id) references package (business_id, id),
    foreign key (business_id, order_line_id) references order_line (business_id, id),
    foreign key (business_id, invoice_id) references invoice (business_id, id)
);
create index on bought_package (business_id, customer_id, id desc);
create index on bought_package (business_id, invoice_id);
call tenant_table('bought_package', 'customer_id');

-- Visits of one service that came at once. It bears the id of the account that keeps what is left of them.
create table visit_credit (
    business_id       uuid not null,
    id                uuid not null,
    customer_id       uuid not null,
    service_id        uuid not null,
    origin            text not null check (origin in ('package', 'membership', 'hand')),
    bought_package_id uuid,
    charge_id         uuid, -- the period of a membership that brought it
    name              text, -- of the package or plan
    reason            text, -- why it was given by hand
    visits            int not null check (visits between 1 and 999),
    from_on           date not null, -- the first day it may be used
    shared            boolean not null default false,
    submission_id     uuid, -- of the form it came with: sent twice, it is given once
    created_by        uuid,
    created_via       text not null,
    version           int not null default 1,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, id) references ledger_account (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, bought_package_id) references bought_package (business_id, id),
    foreign key (business_id, charge_id) references membership_charge (business_id, id),
    check ((origin = 'hand') = (name is null)),
    check ((origin = 'package') = (bought_package_id is not null)),
    check ((origin = 'membership') = (charge_id is not null))
);
create index on visit_credit (business_id, customer_id, id desc);
create index on visit_credit (business_id, bought_package_id) where bought_package_id is not null;
create unique index visit_credit_charge on visit_credit (business_id, charge_id, service_id) where charge_id is not null;
create unique index visit_credit_submission on visit_credit (business_id, submission_id) where submission_id is not null;
call tenant_table('visit_credit', 'customer_id');

-- One visit that was used, for an appointment or a line of an order that was issued.
create table credit_use (
    business_id     uuid not null,
    id              uuid not null, -- of the entry that spent it
    customer_id     uuid not null, -- whose it was
    visit_credit_id uuid not null,
    appointment_id  uuid,
    order_line_id   uuid,
    used_on         date not null,
    undone_at       timestamptz,
    created_by      uuid,
    created_via     text not null,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, id) references ledger_entry (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, visit_credit_id) references visit_credit (business_id, id),
    foreign key (business_id, appointment_id) references appointment (business_id, id) on delete set null (appointment_id),
    foreign key (business_id, order_line_id) references order_line (business_id, id)
);
create unique index credit_use_appointment on credit_use (business_id, appointment_id)
    where appointment_id is not null and undone_at is null;
create index on credit_use (business_id, order_line_id) where order_line_id is not null;
create index on credit_use (business_id, visit_credit_id, id);
create index on credit_use (business_id, customer_id, id desc);
call tenant_table('credit_use', 'customer_id');

-- Whether whoever sells may change the last day of what somebody has, and put right what was used.
create table credit_settings (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    editable    boolean not null default true,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id)
);
create unique index credit_settings_one on credit_settings (business_id);
call tenant_table('credit_settings');

-- A package is sold as a line of an order. What pays for a line is its price's source; whoever pays otherwise declines it.
alter table order_line add column package_id uuid;
alter table order_line add column declined boolean not null default false;
alter table order_line add column units int not null default 0 check (units >= 0); -- how much of it is used
alter table order_line add constraint order_line_package foreign key (business_id, package_id) references package (business_id, id);
alter table order_line drop constraint order_line_kind_check;
alter table order_line add constraint order_line_kind_check
    check (kind in ('service', 'product', 'gift_card', 'fee', 'deposit', 'membership', 'package'));
alter table order_line add constraint order_line_package_kind check ((kind = 'package') = (package_id is not null));
alter table order_line drop constraint order_line_price_source_check;
alter table order_line add constraint order_line_price_source_check
    check (price_source in ('list', 'agreed', 'booked', 'own', 'member', 'credit', 'points'));

-- What may be used for a visit of somebody, what is lost soonest being first: their own, what whoever pays has and shares,
-- and what somebody shares who lets either pay with their card.
create function usable_credits(business uuid, served uuid, payer uuid, service uuid, day date)
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
    order by l.expires_on nulls last, c.customer_id <> served, c.id, l.id
$$;

create function post_visits(business uuid, account uuid, entry uuid, lot uuid, what text, amount bigint, undone uuid, until date, why text)
    returns void
    language sql as $$
    insert into ledger_entry (business_id, id, account_id, sequence, lot_id, kind, amount, counters, expires_on, reason, at, created_by,
        created_via, previous, hash)
    values (business, entry, account, 0, lot, what, amount, undone, until, why, now(),
        nullif(current_setting('app.actor', true), '')::uuid, coalesce(nullif(current_setting('app.source', true), ''), 'job'), '', '')
$$;

-- Uses one visit; nothing when there is none. Whoever is first takes it: who waits for the account looks at what is left.
create function redeem_visit(business uuid, served uuid, payer uuid, service uuid, day date, visit uuid, line uuid) returns uuid
    language plpgsql as $$
declare
    best record;
    entry uuid;
begin
    for best in select * from usable_credits(business, served, payer, service, day) loop
        perform from ledger_account a where a.business_id = business and a.id = best.credit_id for update;
        continue when not exists (select from ledger_lot l
            where l.business_id = business and l.id = best.lot_id and l.remaining > 0);
        entry := next_id();
        perform post_visits(business, best.credit_id, entry, best.lot_id, 'spend', -1, null, null, null);
        insert into credit_use (business_id, id, customer_id, visit_credit_id, appointment_id, order_line_id, used_on, created_by, created_via)
        values (business, entry, best.customer_id, best.credit_id, visit, line, day,
            nullif(current_setting('app.actor', true), '')::uuid, coalesce(nullif(current_setting('app.source', true), ''), 'job'));
        return entry;
    end loop;
    return null;
end
$$;

-- Gives a visit back to where it came from; what has expired meanwhile expires again.
create function unredeem_visit(used credit_use) returns void
    language plpgsql as $$
declare
    spent ledger_entry;
begin
    select * into spent from ledger_entry e where e.business_id = used.business_id and e.id = used.id;
    update credit_use u set undone_at = now(), updated_at = now()
    where u.business_id = used.business_id and u.id = used.id and u.undone_at is null;
    if found then
        perform post_visits(used.business_id, used.visit_credit_id, next_id(), spent.lot_id, 'give_back', 1, spent.id, null, null);
    end if;
end
$$;

-- The day of an appointment, where it is.
create function day_of_visit(visit appointment) returns date
    language sql stable as $$
    select (visit.starts_at at time zone b.zone)::date from branch b where b.business_id = visit.business_id and b.id = visit.branch_id
$$;

-- A visit that is completed uses what there is for it, unless it was paid for otherwise; what was called off in time uses
-- nothing. One that was missed or called off late uses it only when somebody says so.
create function credits_follow_appointment() returns trigger
    language plpgsql as $$
declare
    used credit_use;
begin
    select * into used from credit_use u
    where u.business_id = new.business_id and u.appointment_id = new.id and u.undone_at is null;
    if new.status = 'completed' then
        if used.id is null and not exists (select from order_line l
                join sales_order o on o.business_id = l.business_id and o.id = l.order_id
                where l.business_id = new.business_id and l.appointment_id = new.id and l.held
                    and (o.status = 'issued' or l.declined or l.price_source = 'own')) then
            perform redeem_visit(new.business_id, new.customer_id, coalesce(new.booked_by_id, new.customer_id), new.service_id,
                day_of_visit(new), new.id, null);
        end if;
    elsif used.id is not null and used.order_line_id is null and new.status in ('cancelled', 'declined') then
        perform unredeem_visit(used);
    end if;
    return null;
end
$$;
create trigger credits_follow after update of status on appointment for each row
    when (old.status is distinct from new.status) execute function credits_follow_appointment();

-- What an invoice says was paid for with visits uses them, and what it sells as a package is there from then on. A visit
-- that was used before it was sold otherwise is given back.
create function credits_follow_invoice() returns trigger
    language plpgsql as $$
declare
    line record;
    used credit_use;
    bought uuid;
    visits uuid;
    entry uuid;
    item record;
begin
    for line in
        select l.*, a.customer_id served, day_of_visit(a) as day from order_line l
        left join appointment a on a.business_id = l.business_id and a.id = l.appointment_id
        where l.business_id = new.business_id and l.order_id = new.order_id
            and (l.kind = 'package' or l.price_source = 'credit' or l.appointment_id is not null)
        order by l.position
    loop
        if line.appointment_id is not null then
            select * into used from credit_use u
            where u.business_id = new.business_id and u.appointment_id = line.appointment_id and u.undone_at is null;
            if used.id is not null and line.price_source <> 'credit' then
                perform unredeem_visit(used);
            elsif used.id is not null then
                update credit_use u set order_line_id = line.id, updated_at = now()
                where u.business_id = new.business_id and u.id = used.id;
                continue;
            end if;
        end if;
        if line.price_source = 'credit' then
            for number in 1..line.units loop
                if redeem_visit(new.business_id, coalesce(line.served, new.customer_id), new.customer_id, line.service_id,
                        coalesce(line.day, new.issued_on), line.appointment_id, line.id) is null then
                    raise exception 'credit_gone' using errcode = 'RF409';
                end if;
            end loop;
        elsif line.kind = 'package' then
            bought := next_id();
            insert into bought_package (business_id, id, customer_id, package_id, name, order_line_id, invoice_id, bought_on)
            values (new.business_id, bought, new.customer_id, line.package_id, line.name, line.id, new.id, new.issued_on);
            for item in
                select i.service_id, i.visits * line.quantity visits, p.shared, p.lasts_days from package_item i
                join package p on p.business_id = i.business_id and p.id = i.package_id
                where i.business_id = new.business_id and i.package_id = line.package_id order by i.position
            loop
                visits := next_id();
                insert into ledger_account (business_id, id, kind, customer_id, unit)
                values (new.business_id, visits, 'visits', new.customer_id, 'count');
                insert into visit_credit (business_id, id, customer_id, service_id, origin, bought_package_id, name, visits, from_on,
                    shared, created_by, created_via)
                values (new.business_id, visits, new.customer_id, item.service_id, 'package', bought, line.name, item.visits,
                    new.issued_on, item.shared, new.issued_by, new.created_via);
                entry := next_id();
                perform post_visits(new.business_id, visits, entry, entry, 'add', item.visits, null,
                    new.issued_on + item.lasts_days, line.name);
            end loop;
        end if;
    end loop;
    return null;
end
$$;
create trigger credits_follow after insert on invoice for each row execute function credits_follow_invoice();

-- Takes back what is left of visits.
create function revoke_visits(credit visit_credit, why text) returns void
    language plpgsql as $$
declare
    lot record;
begin
    perform from ledger_account a where a.business_id = credit.business_id and a.id = credit.id for update;
    for lot in select l.id, l.remaining from ledger_lot l
        where l.business_id = credit.business_id and l.account_id = credit.id and l.remaining > 0 order by l.id
    loop
        perform post_visits(credit.business_id, credit.id, next_id(), lot.id, 'take_back', -lot.remaining, lot.id, null, why);
    end loop;
end
$$;

-- What is voided is as if it had not been sold: what was used is there again, and what was brought goes; who used some of
-- it already puts that right first. What was paid back whole may be used no more, whatever was used before.
create function credits_follow_line() returns trigger
    language plpgsql as $$
declare
    used credit_use;
    credit visit_credit;
    voided boolean := exists (select from invoice i
        where i.business_id = new.business_id and i.order_id = new.order_id and i.voided_at is not null);
begin
    for used in select * from credit_use u
        where u.business_id = new.business_id and u.order_line_id = new.id and u.undone_at is null order by u.id
    loop
        perform unredeem_visit(used);
    end loop;
    for credit in
        select c.* from visit_credit c
        left join bought_package b on b.business_id = c.business_id and b.id = c.bought_package_id
        where c.business_id = new.business_id and (b.order_line_id = new.id or c.charge_id = new.charge_id) order by c.id
    loop
        perform from ledger_account a where a.business_id = credit.business_id and a.id = credit.id for update;
        if voided and exists (select from credit_use u
                where u.business_id = new.business_id and u.visit_credit_id = credit.id and u.undone_at is null) then
            raise exception 'credit_used' using errcode = 'RF409';
        end if;
        perform revoke_visits(credit, null);
    end loop;
    update bought_package b set ended_at = now(), ended_by = nullif(current_setting('app.actor', true), '')::uuid,
        version = b.version + 1, updated_at = now()
    where b.business_id = new.business_id and b.order_line_id = new.id and b.ended_at is null;
    return null;
end
$$;
create trigger credits_follow after update of held on order_line for each row
    when (old.held and not new.held and (new.price_source = 'credit' or new.package_id is not null or new.charge_id is not null))
    execute function credits_follow_line();
