-- A gift card: a code that whoever has it may pay with. It bears the id of its account in the ledger, and of the entry
-- that puts its value there, which happens once its invoice is paid.
create table gift_card (
    business_id     uuid not null references business (business_id),
    id              uuid not null,
    code_hash       bytea not null, -- by which it is found
    code_sealed     bytea not null, -- by which it is shown
    code_end        text not null,  -- the last four characters
    value_minor     bigint not null check (value_minor > 0),
    currency        text not null check (currency ~ '^[A-Z]{3}$'),
    service_id      uuid, -- what it was meant for, and what that was called then
    service_name    text,
    customer_id     uuid, -- who holds it, where that is known
    buyer_id        uuid, -- who bought it
    recipient_name  text,
    recipient_email text,
    message         text,
    deliver_on      date, -- the day of its letter; without one nobody is written to
    delivered_at    timestamptz,
    expires_on      date, -- the last day on which it may be spent
    order_line_id   uuid, -- where it was sold; given for nothing otherwise
    invoice_id      uuid,
    price_minor     bigint check (price_minor >= 0), -- what was paid for it
    reason          text, -- why it was given for nothing
    activated_at    timestamptz,
    voided_at       timestamptz,
    voided_by       uuid,
    void_reason     text,
    refunded_at     timestamptz,
    refunded_minor  bigint check (refunded_minor > 0),
    submission_id   uuid, -- of the form it came with: sent twice, it is given once
    created_by      uuid,
    created_via     text not null,
    version         int not null default 1,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, id) references ledger_account (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, buyer_id) references customer (business_id, id),
    foreign key (business_id, order_line_id) references order_line (business_id, id),
    foreign key (business_id, invoice_id) references invoice (business_id, id),
    check ((order_line_id is null) = (invoice_id is null) and (invoice_id is null) = (price_minor is null)),
    check (invoice_id is not null or activated_at is not null or reason is not null),
    check ((refunded_at is null) = (refunded_minor is null))
);
create unique index gift_card_code on gift_card (business_id, code_hash);
create unique index gift_card_line on gift_card (business_id, order_line_id) where order_line_id is not null;
create unique index gift_card_submission on gift_card (business_id, submission_id) where submission_id is not null;
create index on gift_card (business_id, customer_id, id desc) where customer_id is not null;
create index on gift_card (business_id, buyer_id, id desc) where buyer_id is not null;
create index on gift_card (business_id, invoice_id) where invoice_id is not null;
create index on gift_card (business_id, code_end);
create index gift_card_letter on gift_card (business_id, deliver_on)
    where deliver_on is not null and delivered_at is null and activated_at is not null and voided_at is null and refunded_at is null;
call tenant_table('gift_card', 'customer_id', 'code_hash', 'code_sealed');
-- What it is worth, what was paid for it and its code stand; the account goes with nobody.
create trigger facts before update or delete on gift_card for each row
    execute function refuse_change_of_facts('buyer_id', 'recipient_name', 'recipient_email', 'message', 'deliver_on', 'delivered_at',
        'expires_on', 'reason', 'activated_at', 'voided_at', 'voided_by', 'void_reason', 'refunded_at', 'refunded_minor');

-- What it is worth is put on it, whichever way its invoice came to be paid.
create function activate_gift_card(business uuid, card uuid) returns void
    language plpgsql as $$
declare
    due gift_card;
begin
    select * into due from gift_card g
    where g.business_id = business and g.id = card and g.activated_at is null and g.voided_at is null for update;
    if not found then
        return;
    end if;
    insert into ledger_entry (business_id, id, account_id, sequence, lot_id, kind, amount, expires_on, at, created_by, created_via,
        previous, hash)
    values (business, card, card, 0, card, 'add', due.value_minor, due.expires_on, now(),
        nullif(current_setting('app.actor', true), '')::uuid, coalesce(nullif(current_setting('app.source', true), ''), 'job'), '', '');
    update gift_card g set activated_at = now(), version = g.version + 1, updated_at = now()
    where g.business_id = business and g.id = card;
end
$$;

create function gift_cards_follow_invoice() returns trigger
    language plpgsql as $$
begin
    perform activate_gift_card(g.business_id, g.id)
    from (select c.business_id, c.id from gift_card c
          where c.business_id = new.business_id and c.invoice_id = new.id and c.activated_at is null order by c.id) g;
    return null;
end
$$;
create trigger gift_cards_follow after update on invoice for each row
    when (new.status = 'paid' and old.status is distinct from new.status) execute function gift_cards_follow_invoice();

-- One that is given, or sold for nothing, is worth something at once.
create function gift_card_begins() returns trigger
    language plpgsql as $$
begin
    if new.invoice_id is null or exists (select from invoice i
            where i.business_id = new.business_id and i.id = new.invoice_id and i.status = 'paid') then
        perform activate_gift_card(new.business_id, new.id);
    end if;
    return null;
end
$$;
create trigger begins after insert on gift_card for each row execute function gift_card_begins();

-- What a line wants of the gift card that is sold in it.
alter table order_line add column gift jsonb;
alter table order_line drop constraint order_line_kind_check;
alter table order_line add constraint order_line_kind_check check (kind in ('service', 'product', 'gift_card'));
alter table order_line add constraint order_line_gift check (kind = 'gift_card' or gift is null);

-- What is offered when one is sold, and for how long it holds unless said otherwise.
create table gift_settings (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    amounts     bigint[] not null default '{}', -- in the currency of the business
    months      int check (months between 1 and 1200),
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id)
);
call tenant_table('gift_settings');

-- Across businesses, as the job has no caller.
create function businesses_with_gift_letters(today date) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct business_id from gift_card
    where deliver_on <= today and delivered_at is null and activated_at is not null and voided_at is null and refunded_at is null
$$;

-- As in businesses that begin today.
update role set permissions = permissions || 'value.code'::text, version = version + 1, updated_at = now()
where standard in ('owner', 'manager', 'front_desk') and permissions <> '{}' and not 'value.code' = any(permissions);
