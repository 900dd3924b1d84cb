-- What items bring and cost in points, kept on the ledger as pieces. An entry says in payment_id what it is about: an
-- invoice that brought points, of the customer's own or of somebody they brought along, or a line that points paid for.
create table point_rule (
    business_id uuid not null references business (business_id),
    id          uuid not null, -- the item's
    kind        text not null check (kind in ('service', 'product', 'package', 'membership')),
    given       int not null default 0 check (given between 0 and 100000), -- for each one paid for
    redeemed    int check (redeemed between 1 and 1000000), -- that pay for one; it is not sold for points when absent
    service_id  uuid generated always as (case kind when 'service' then id end) stored,
    product_id  uuid generated always as (case kind when 'product' then id end) stored,
    package_id  uuid generated always as (case kind when 'package' then id end) stored,
    plan_id     uuid generated always as (case kind when 'membership' then id end) stored,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, product_id) references product (business_id, id),
    foreign key (business_id, package_id) references package (business_id, id),
    foreign key (business_id, plan_id) references membership_plan (business_id, id),
    check (redeemed is null or kind in ('service', 'product'))
);
call tenant_table('point_rule');

create table point_settings (
    business_id  uuid not null references business (business_id),
    id           uuid not null,
    referral     int not null default 0 check (referral between 0 and 100000), -- for bringing somebody along
    partly       boolean not null default false, -- whether points pay for part of what they do not suffice for
    lasts_months int check (lasts_months between 1 and 120), -- they never expire when absent
    version      int not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (business_id, id)
);
create unique index point_settings_one on point_settings (business_id);
call tenant_table('point_settings');

-- What an order brings: of what is paid for with money. What visits or points pay for brings nothing, in part or whole.
create function points_of_order(business uuid, sold uuid) returns bigint
    language sql stable as $$
    select coalesce(sum(r.given::bigint * l.quantity), 0)::bigint
    from order_line l
    left join membership_charge c on c.business_id = business and c.id = l.charge_id and c.kind = 'period'
    left join membership m on m.business_id = business and m.id = c.membership_id
    join point_rule r on r.business_id = business and r.id = coalesce(l.service_id, l.product_id, l.package_id, m.plan_id)
    where l.business_id = business and l.order_id = sold and l.net_minor > 0 and l.price_source not in ('credit', 'points')
$$;

create function post_points(business uuid, account uuid, entry uuid, lot uuid, what text, amount bigint, undone uuid, about uuid, until date)
    returns void
    language sql as $$
    insert into ledger_entry (business_id, id, account_id, sequence, lot_id, kind, amount, counters, payment_id, expires_on, at, created_by,
        created_via, previous, hash)
    values (business, entry, account, 0, lot, what, amount, undone, about, until, now(),
        nullif(current_setting('app.actor', true), '')::uuid, coalesce(nullif(current_setting('app.source', true), ''), 'job'), '', '')
$$;

-- A customer's account, held. Of two who are first, one opens it.
create function point_account(business uuid, customer uuid) returns uuid
    language plpgsql as $$
declare
    account uuid;
begin
    select a.id into account from ledger_account a
    where a.business_id = business and a.customer_id = customer and a.kind = 'points' order by a.id limit 1 for update;
    if account is null then
        perform pg_advisory_xact_lock(hashtextextended(customer::text, 7));
        select a.id into account from ledger_account a
        where a.business_id = business and a.customer_id = customer and a.kind = 'points' order by a.id limit 1 for update;
    end if;
    if account is null then
        account := next_id();
        insert into ledger_account (business_id, id, kind, customer_id, unit) values (business, account, 'points', customer, 'count');
    end if;
    return account;
end
$$;

-- Takes points of a customer, those that expire first being first.
create function spend_points(business uuid, customer uuid, wanted bigint, about uuid, day date) returns bigint
    language plpgsql as $$
declare
    lot record;
    rest bigint := wanted;
begin
    perform from ledger_account a
    where a.business_id = business and a.customer_id = customer and a.kind = 'points' order by a.id for update;
    for lot in
        select l.id, l.account_id, l.remaining from ledger_lot l
        join ledger_account a on a.business_id = business and a.id = l.account_id and a.customer_id = customer and a.kind = 'points'
        where l.business_id = business and l.remaining > 0 and (l.expires_on is null or l.expires_on >= day)
        order by l.expires_on nulls last, l.id
    loop
        exit when rest = 0;
        perform post_points(business, lot.account_id, next_id(), lot.id, 'spend', - least(rest, lot.remaining), null, about, null);
        rest := rest - least(rest, lot.remaining);
    end loop;
    return wanted - rest;
end
$$;

-- Makes what an invoice brought somebody what it should have brought: adds what is missing, and takes back what is too
-- much, of the very points while they are there, and of others then. What has been spent altogether cannot be taken.
create function settle_points(sold invoice, customer uuid, due bigint) returns void
    language plpgsql as $$
declare
    had bigint;
    account uuid;
    entry uuid;
    lot record;
    day date := (select (now() at time zone b.zone)::date from branch b where b.business_id = sold.business_id and b.id = sold.branch_id);
begin
    select coalesce(sum(e.amount), 0) into had from ledger_entry e
    join ledger_account a on a.business_id = e.business_id and a.id = e.account_id and a.kind = 'points' and a.customer_id = customer
    where e.business_id = sold.business_id and e.payment_id = sold.id;
    if due > had then
        account := point_account(sold.business_id, customer);
        entry := next_id();
        perform post_points(sold.business_id, account, entry, entry, 'add', due - had, null, sold.id,
            (select (day + make_interval(months => s.lasts_months))::date from point_settings s where s.business_id = sold.business_id));
    end if;
    for lot in
        select l.id, l.account_id, l.remaining from ledger_entry e
        join ledger_account a on a.business_id = e.business_id and a.id = e.account_id and a.kind = 'points' and a.customer_id = customer
        join ledger_lot l on l.business_id = e.business_id and l.id = e.id and l.remaining > 0
        where e.business_id = sold.business_id and e.payment_id = sold.id and had > due
        order by l.id for update of a
    loop
        exit when had <= due;
        perform post_points(sold.business_id, lot.account_id, next_id(), lot.id, 'take_back', - least(had - due, lot.remaining), lot.id,
            sold.id, null);
        had := had - least(had - due, lot.remaining);
    end loop;
    if had > due then
        perform spend_points(sold.business_id, customer, had - due, sold.id, day);
    end if;
end
$$;

-- Points come when an invoice is paid, whichever way that came about, and go with what is paid back. Whoever brought the customer along gets theirs for the first that is paid.
create function points_follow_invoice() returns trigger
    language plpgsql as $$
declare
    first bigint;
    paid boolean := new.status = 'paid';
    referrer uuid;
begin
    if new.customer_id is null then
        return null;
    end if;
    select e.amount into first from ledger_entry e
    join ledger_account a on a.business_id = e.business_id and a.id = e.account_id and a.kind = 'points'
        and a.customer_id = new.customer_id
    where e.business_id = new.business_id and e.payment_id = new.id and e.kind = 'add' order by e.id limit 1;
    if first is null and paid then
        first := points_of_order(new.business_id, new.order_id);
    end if;
    if first > 0 then
        perform settle_points(new, new.customer_id, case
            when new.status = 'void' or not paid and new.refunded_minor = 0 then 0
            when new.total_minor = 0 then first
            else first * (new.total_minor - greatest(new.credited_minor, new.refunded_minor) - new.written_off_minor) / new.total_minor
            end);
    end if;
    select c.referred_by_id into referrer from customer c where c.business_id = new.business_id and c.id = new.customer_id;
    if referrer is null or referrer = new.customer_id then
        return null;
    end if;
    select e.amount into first from ledger_entry e
    join ledger_account a on a.business_id = e.business_id and a.id = e.account_id and a.kind = 'points' and a.customer_id = referrer
    where e.business_id = new.business_id and e.payment_id = new.id and e.kind = 'add' order by e.id limit 1;
    if first is null and paid and new.total_minor > 0 then
        -- of two invoices that are paid at once, the later sees the earlier
        perform pg_advisory_xact_lock(hashtextextended(new.customer_id::text, 8));
        select s.referral into first from point_settings s
        where s.business_id = new.business_id and s.referral > 0 and not exists (
            select from invoice i where i.business_id = new.business_id and i.customer_id = new.customer_id and i.id <> new.id
                and i.status in ('paid', 'refunded') and i.total_minor > 0);
    end if;
    if first > 0 then
        perform settle_points(new, referrer, case when new.status in ('paid', 'part_paid') then first else 0 end);
    end if;
    return null;
end
$$;
create trigger points_follow after update on invoice for each row
    when ((new.status, new.credited_minor) is distinct from (old.status, old.credited_minor)) execute function points_follow_invoice();

-- What an invoice says was paid for with points takes them.
create function points_pay() returns trigger
    language plpgsql as $$
declare
    line record;
begin
    for line in
        select l.id, l.units from order_line l
        where l.business_id = new.business_id and l.order_id = new.order_id and l.price_source = 'points' order by l.position
    loop
        if spend_points(new.business_id, new.customer_id, line.units, line.id, new.issued_on) < line.units then
            raise exception 'points_gone' using errcode = 'RF409';
        end if;
    end loop;
    return null;
end
$$;
create trigger points_pay after insert on invoice for each row execute function points_pay();

-- What was sold for points and is no more gives them back; those that would have expired meanwhile come back without an end.
create function points_follow_line() returns trigger
    language plpgsql as $$
declare
    spent record;
    entry uuid;
begin
    for spent in
        select e.id, e.account_id, e.lot_id, - e.amount amount, l.expires_on < current_date past from ledger_entry e
        join ledger_lot l on l.business_id = e.business_id and l.id = e.lot_id
        where e.business_id = new.business_id and e.payment_id = new.id and e.kind = 'spend'
            and not exists (select from ledger_entry g where g.business_id = e.business_id and g.counters = e.id)
        order by e.id
    loop
        entry := next_id();
        perform post_points(new.business_id, spent.account_id, entry, case when spent.past then entry else spent.lot_id end, 'give_back',
            spent.amount, spent.id, new.id, null);
    end loop;
    return null;
end
$$;
create trigger points_follow after update of held on order_line for each row
    when (old.held and not new.held and new.price_source = 'points') execute function points_follow_line();
