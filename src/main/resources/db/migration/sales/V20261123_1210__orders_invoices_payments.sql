-- What somebody buys. A draft may be changed; checked out it is an invoice, and its lines stay as they were.
create table sales_order (
    business_id      uuid not null,
    id               uuid not null,
    customer_id      uuid,          -- who buys; nobody known where somebody pays in passing
    branch_id        uuid not null,
    status           text not null check (status in ('draft', 'issued', 'discarded')),
    currency         text not null check (currency ~ '^[A-Z]{3}$'),
    note             text,
    discount_percent numeric(7, 4) check (discount_percent > 0 and discount_percent <= 100),
    discount_minor   bigint check (discount_minor > 0),
    discount_reason  text,
    discount_by      uuid,
    created_by       uuid,
    created_via      text not null,
    version          int not null default 1,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    check (discount_percent is null or discount_minor is null)
);
create index on sales_order (business_id, customer_id, id desc) where customer_id is not null;
create index on sales_order (business_id, status, id desc);
create index on sales_order (business_id, updated_at);
call tenant_table('sales_order', 'customer_id');

-- One thing bought. The list price is what everybody pays; another one has a reason and somebody who allowed it.
create table order_line (
    business_id      uuid not null,
    id               uuid not null,
    order_id         uuid not null,
    customer_id      uuid,          -- the order's
    position         int not null,
    kind             text not null check (kind in ('service', 'product')),
    appointment_id   uuid,
    service_id       uuid,
    product_id       uuid,
    staff_id         uuid,
    name             text not null, -- as it was when it was sold
    quantity         int not null check (quantity between 1 and 9999),
    list_minor       bigint check (list_minor >= 0),  -- none where the price is on request
    price_minor      bigint check (price_minor >= 0), -- for one; not yet said when absent
    currency         text not null check (currency ~ '^[A-Z]{3}$'),
    price_source     text not null check (price_source in ('list', 'agreed', 'booked', 'own')),
    price_reason     text,
    price_by         uuid,
    discount_percent numeric(7, 4) check (discount_percent > 0 and discount_percent <= 100),
    discount_minor   bigint check (discount_minor > 0),
    discount_reason  text,
    discount_by      uuid,
    tax_rate_id      uuid,
    net_minor        bigint,        -- what the line comes to with all discounts, once it is issued
    held             boolean not null default true, -- whether it keeps its appointment from being sold again
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, order_id) references sales_order (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, appointment_id) references appointment (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, product_id) references product (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id),
    foreign key (business_id, tax_rate_id) references tax_rate (business_id, id),
    check (discount_percent is null or discount_minor is null),
    check ((kind = 'service') = (service_id is not null)),
    check ((kind = 'product') = (product_id is not null))
);
create unique index order_line_appointment on order_line (business_id, appointment_id) where held and appointment_id is not null;
create index on order_line (business_id, order_id, position);
create index on order_line (business_id, customer_id, id desc) where customer_id is not null;
call tenant_table('order_line', 'customer_id');

create table order_tip (
    business_id  uuid not null,
    id           uuid not null,
    order_id     uuid not null,
    staff_id     uuid not null,
    amount_minor bigint not null check (amount_minor > 0),
    primary key (business_id, id),
    unique (business_id, order_id, staff_id),
    foreign key (business_id, order_id) references sales_order (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
call tenant_table('order_tip');

-- The last number given at each branch. A number is taken by the transaction that issues, which holds the row until it
-- ends: one that fails gives it back, so that none is missing.
create table invoice_counter (
    business_id uuid not null,
    id          uuid not null,
    branch_id   uuid not null,
    series      int not null, -- tells the branches apart in front of their numbers
    last_number bigint not null default 0,
    primary key (business_id, id),
    unique (business_id, branch_id),
    unique (business_id, series),
    foreign key (business_id, branch_id) references branch (business_id, id)
);
alter table invoice_counter enable row level security;
create policy own_business on invoice_counter
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

create function next_invoice_number(business uuid, branch uuid, out series int, out number bigint)
    language plpgsql as $$
begin
    update invoice_counter c set last_number = c.last_number + 1
    where c.business_id = business and c.branch_id = branch returning c.series, c.last_number into series, number;
    if found then
        return;
    end if;
    -- two branches that issue their first at once may not get the same series
    perform pg_advisory_xact_lock(hashtextextended(business::text, 3));
    insert into invoice_counter as c (business_id, id, branch_id, series, last_number)
    values (business, gen_random_uuid(), branch,
        (select coalesce(max(o.series), 0) + 1 from invoice_counter o where o.business_id = business), 1)
    on conflict (business_id, branch_id) do update set last_number = c.last_number + 1 where c.business_id = business
    returning c.series, c.last_number into series, number;
end
$$;

-- What was issued. Its facts never change: the document holds seller, buyer, lines and taxes as they were. What is paid
-- is counted by the payments' trigger, and the status follows from the figures.
create table invoice (
    business_id       uuid not null,
    id                uuid not null,
    order_id          uuid not null,
    customer_id       uuid,
    branch_id         uuid not null,
    series            int not null,
    number            bigint not null,
    issued_at         timestamptz not null,
    issued_on         date not null, -- the branch's day
    issued_by         uuid,
    currency          text not null check (currency ~ '^[A-Z]{3}$'),
    net_minor         bigint not null check (net_minor >= 0), -- without tax and tips
    tax_minor         bigint not null check (tax_minor >= 0),
    tip_minor         bigint not null check (tip_minor >= 0),
    total_minor       bigint not null,
    document          jsonb not null,
    paid_minor        bigint not null default 0 check (paid_minor >= 0),
    refunded_minor    bigint not null default 0 check (refunded_minor between 0 and paid_minor),
    credited_minor    bigint not null default 0 check (credited_minor between 0 and total_minor),
    written_off_minor bigint not null default 0 check (written_off_minor >= 0),
    voided_at         timestamptz,
    voided_by         uuid,
    void_reason       text,
    status            text not null generated always as (case
                          when voided_at is not null then 'void'
                          when total_minor > 0 and credited_minor = total_minor then 'refunded'
                          when paid_minor - refunded_minor >= total_minor - credited_minor - written_off_minor then 'paid'
                          when paid_minor > refunded_minor then 'part_paid'
                          else 'open' end) stored,
    created_via       text not null,
    version           int not null default 1,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, order_id),
    unique (business_id, branch_id, number),
    foreign key (business_id, order_id) references sales_order (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    check (total_minor = net_minor + tax_minor + tip_minor),
    constraint overpaid check (paid_minor - refunded_minor <= total_minor - credited_minor - written_off_minor),
    check (voided_at is null or paid_minor = refunded_minor)
);
create index on invoice (business_id, customer_id, issued_at desc, id desc) where customer_id is not null;
create index on invoice (business_id, issued_at desc, id desc);
create index on invoice (business_id, branch_id, issued_on);
create index on invoice (business_id, updated_at);
call tenant_table('invoice', 'customer_id', 'document');

-- What an invoice is made less by: whole or in part, with a number of the same row.
create table credit_note (
    business_id  uuid not null,
    id           uuid not null,
    invoice_id   uuid not null,
    customer_id  uuid,
    branch_id    uuid not null,
    series       int not null,
    number       bigint not null,
    issued_at    timestamptz not null,
    issued_on    date not null,
    issued_by    uuid,
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    amount_minor bigint not null check (amount_minor > 0),
    tax_minor    bigint not null check (tax_minor >= 0),
    document     jsonb not null,
    reason       text,
    created_via  text not null,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, branch_id, number),
    foreign key (business_id, invoice_id) references invoice (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id)
);
create index on credit_note (business_id, invoice_id);
create index on credit_note (business_id, branch_id, issued_on);
create index on credit_note (business_id, customer_id) where customer_id is not null;
call tenant_table('credit_note', 'customer_id', 'document');

-- Money that came, or went back. Nothing but the outcome of one whose outcome was open is ever changed.
create table payment (
    business_id   uuid not null,
    id            uuid not null,
    invoice_id    uuid not null,
    customer_id   uuid,
    branch_id     uuid not null,
    kind          text not null check (kind in ('payment', 'refund')),
    refund_of     uuid,
    tender        text not null,
    own_tender_id uuid,
    state         text not null check (state in ('pending', 'unknown', 'taken', 'failed')),
    amount_minor  bigint not null check (amount_minor > 0),
    given_minor   bigint check (given_minor >= amount_minor), -- the notes handed over; the rest went back as change
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    reference     text,
    reason        text,
    submission_id uuid,           -- of the form or request it came with: sent twice, it is taken once
    taken_at      timestamptz not null,
    taken_on      date not null,  -- the branch's day
    created_by    uuid,
    created_via   text not null,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, invoice_id) references invoice (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, refund_of) references payment (business_id, id),
    foreign key (business_id, own_tender_id) references own_tender (business_id, id),
    check ((kind = 'refund') = (refund_of is not null))
);
create index on payment (business_id, invoice_id, id);
create index on payment (business_id, refund_of) where refund_of is not null;
create index on payment (business_id, customer_id, taken_at desc, id desc) where customer_id is not null;
create index on payment (business_id, taken_at desc, id desc);
create index on payment (business_id, branch_id, taken_on);
create index on payment (business_id, submission_id) where submission_id is not null;
call tenant_table('payment', 'customer_id');

-- What somebody still owes of an invoice, as agreed at the desk.
create table iou (
    business_id  uuid not null,
    id           uuid not null,
    invoice_id   uuid not null,
    customer_id  uuid not null,
    branch_id    uuid not null,
    amount_minor bigint not null check (amount_minor > 0), -- when it was taken
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    comment      text not null,
    state        text not null check (state in ('outstanding', 'paid', 'void')),
    settled_at   timestamptz,
    void_reason  text,
    created_by   uuid,
    created_via  text not null,
    version      int not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, invoice_id) references invoice (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    check ((state = 'outstanding') = (settled_at is null))
);
create unique index iou_of_invoice on iou (business_id, invoice_id) where state = 'outstanding';
create index on iou (business_id, customer_id, id desc);
create index on iou (business_id, state, id desc);
call tenant_table('iou', 'customer_id');

-- The facts of what was issued stand, whoever asks; only who it belongs to moves when records merge, and the words about
-- somebody go when they are erased.
create function refuse_change_of_facts() returns trigger
    language plpgsql as $$
declare
    free text[] := tg_argv || array['customer_id', 'status', 'version', 'updated_at'];
begin
    if tg_op = 'UPDATE' and (coalesce(current_setting('app.erasing', true), '') <> ''
            or to_jsonb(new) - free = to_jsonb(old) - free) then
        return new;
    end if;
    raise exception '%_fixed', tg_table_name using errcode = 'RF409';
end
$$;
create trigger facts before update or delete on invoice for each row
    execute function refuse_change_of_facts('paid_minor', 'refunded_minor', 'credited_minor', 'written_off_minor', 'voided_at', 'voided_by', 'void_reason');
create trigger facts before update or delete on credit_note for each row execute function refuse_change_of_facts();
create trigger facts before update or delete on payment for each row execute function refuse_change_of_facts('state', 'reference');

-- Nothing is bought on an order that is through.
create function refuse_change_of_issued_order() returns trigger
    language plpgsql as $$
declare
    through text;
    touched jsonb := to_jsonb(coalesce(new, old));
begin
    if coalesce(current_setting('app.erasing', true), '') <> '' then
        return coalesce(new, old);
    end if;
    select o.status into through from sales_order o
    where o.business_id = (touched ->> 'business_id')::uuid and o.id = (touched ->> 'order_id')::uuid;
    if through = 'draft' or tg_op = 'UPDATE'
            and to_jsonb(new) - array['customer_id', 'held', 'updated_at'] = to_jsonb(old) - array['customer_id', 'held', 'updated_at'] then
        return coalesce(new, old);
    end if;
    raise exception 'order_issued' using errcode = 'RF409';
end
$$;
create trigger order_is_open before insert or update or delete on order_line for each row execute function refuse_change_of_issued_order();
create trigger order_is_open before insert or update or delete on order_tip for each row execute function refuse_change_of_issued_order();

-- Whoever pays or gives back queues at the invoice; never is more given back than a payment brought.
create function payment_keeps_within() returns trigger
    language plpgsql as $$
declare
    brought bigint;
begin
    perform from invoice i where i.business_id = new.business_id and i.id = new.invoice_id for no key update;
    if tg_op = 'UPDATE' and old.state in ('taken', 'failed') and new.state <> old.state then
        raise exception 'payment_settled' using errcode = 'RF409';
    end if;
    if new.kind = 'refund' and new.state <> 'failed' then
        select p.amount_minor into brought from payment p
        where p.business_id = new.business_id and p.id = new.refund_of and p.invoice_id = new.invoice_id
            and p.kind = 'payment' and p.state = 'taken';
        if brought is null or brought < new.amount_minor + (
                select coalesce(sum(r.amount_minor), 0) from payment r
                where r.business_id = new.business_id and r.refund_of = new.refund_of and r.state <> 'failed' and r.id <> new.id) then
            raise exception 'refund_exceeds_payment' using errcode = 'RF409';
        end if;
    end if;
    return new;
end
$$;
create trigger keeps_within before insert or update on payment for each row execute function payment_keeps_within();

-- Runs after that one, so what it counts is under the invoice's lock.
create function payment_counts() returns trigger
    language plpgsql as $$
begin
    if new.state <> 'taken' or tg_op = 'UPDATE' and old.state = 'taken' then
        return null;
    end if;
    update invoice i set paid_minor = i.paid_minor + case when new.kind = 'payment' then new.amount_minor else 0 end,
        refunded_minor = i.refunded_minor + case when new.kind = 'refund' then new.amount_minor else 0 end,
        version = i.version + 1, updated_at = now()
    where i.business_id = new.business_id and i.id = new.invoice_id;
    return null;
end
$$;
create trigger counts after insert or update on payment for each row execute function payment_counts();

-- An IOU is paid when its invoice is, whichever way that came about.
create function iou_follows_invoice() returns trigger
    language plpgsql as $$
begin
    update iou u set state = case when new.voided_at is null then 'paid' else 'void' end, settled_at = now(),
        version = u.version + 1, updated_at = now()
    where u.business_id = new.business_id and u.invoice_id = new.id and u.state = 'outstanding'
        and (new.voided_at is not null
            or new.paid_minor - new.refunded_minor >= new.total_minor - new.credited_minor - new.written_off_minor);
    return null;
end
$$;
create trigger iou_follows after update on invoice for each row
    when ((new.paid_minor, new.refunded_minor, new.credited_minor, new.written_off_minor, new.voided_at)
        is distinct from (old.paid_minor, old.refunded_minor, old.credited_minor, old.written_off_minor, old.voided_at))
    execute function iou_follows_invoice();
