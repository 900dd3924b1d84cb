-- Which gateway a business charges cards through. Keys are sealed; of the address its events come to, a digest finds whose it is.
create table gateway_settings (
    business_id uuid not null,
    id          uuid not null,
    gateway     text not null default 'none' check (gateway in ('none', 'sandbox', 'stripe')),
    stripe_key  bytea,
    stripe_hook bytea, -- what Stripe signs its events with
    hook_path   bytea,
    hook_hash   bytea,
    most_cards  int not null default 2 check (most_cards between 1 and 20),
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id),
    check (gateway <> 'stripe' or stripe_key is not null)
);
create index gateway_settings_hook on gateway_settings (hook_hash);
call tenant_table('gateway_settings', '', 'stripe_key', 'stripe_hook', 'hook_path', 'hook_hash');

create function find_gateway_hook(hash bytea) returns table (business_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select g.business_id from gateway_settings g where g.hook_hash = hash and g.gateway = 'stripe'
$$;

-- A card somebody may be charged on. The number is the gateway's alone: here is its token, and what people know a card by.
create table customer_card (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    gateway     text not null check (gateway in ('sandbox', 'stripe')),
    token       text not null,
    payer       text,          -- who the gateway knows them as
    brand       text not null,
    last_four   text not null check (last_four ~ '^[0-9]{4}$'),
    expires_on  date not null, -- its last day
    holder      text,
    is_default  boolean not null default false,
    removed_at  timestamptz,   -- its name stays beside what it paid
    created_by  uuid,
    created_via text not null,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, gateway, token),
    foreign key (business_id, customer_id) references customer (business_id, id),
    check (removed_at is null or not is_default)
);
create index on customer_card (business_id, customer_id);
create unique index customer_card_default on customer_card (business_id, customer_id) where is_default;
call tenant_table('customer_card', 'customer_id', 'token', 'payer');

-- A page on which somebody stores a card, found by its secret. The page with the fields is the gateway's.
create table card_link (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    secret_hash bytea not null,
    until       timestamptz not null,
    state       text not null default 'open' check (state in ('open', 'at_gateway', 'done', 'full', 'withdrawn')),
    gateway     text,
    reference   text, -- the gateway's name for the page
    page        text,
    look_at     timestamptz,
    message_id  uuid,
    created_by  uuid,
    created_via text not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index card_link_secret on card_link (secret_hash);
create index on card_link (business_id, customer_id);
create index card_link_waiting on card_link (business_id, look_at) where state = 'at_gateway';
call tenant_table('card_link', 'customer_id', 'secret_hash', 'page');

-- Across businesses, as whoever holds the link belongs to none.
create function find_card_link(hash bytea) returns table (business_id uuid, link_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select l.business_id, l.id from card_link l where l.secret_hash = hash
$$;

-- What a gateway is asked to do, under our own id, which is its key against being done twice. Written down and committed
-- before the gateway is asked; whoever sets sent_at is the only one who asks. What came of it is found out by looking.
create table gateway_operation (
    business_id    uuid not null,
    id             uuid not null, -- that of the payment or refund
    kind           text not null check (kind in ('charge', 'refund', 'remove')),
    gateway        text not null,
    of_id          uuid,          -- the charge some of which goes back
    token          text,
    payer          text,
    amount_minor   bigint check (amount_minor > 0),
    currency       text check (currency ~ '^[A-Z]{3}$'),
    state          text not null default 'new'
                       check (state in ('new', 'sent', 'pending', 'needs_customer', 'unknown', 'succeeded', 'declined')),
    reference      text,          -- the gateway's own name for it
    link           text,          -- where the customer confirms it
    reason         text,
    sent_at        timestamptz,
    look_at        timestamptz not null,
    looks          int not null default 0,
    dispute        text check (dispute in ('open', 'won', 'lost')),
    dispute_reason text,
    disputed_at    timestamptz,
    seen_at        timestamptz,   -- that somebody at the desk knows of the dispute
    seen_by        uuid,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (business_id, id),
    check ((kind = 'refund') = (of_id is not null)),
    check ((kind = 'remove') = (amount_minor is null)),
    check ((dispute is null) = (disputed_at is null))
);
create index gateway_operation_open on gateway_operation (business_id, look_at) where state not in ('succeeded', 'declined');
create index gateway_operation_disputed on gateway_operation (business_id, disputed_at) where dispute is not null and seen_at is null;
create index gateway_operation_reference on gateway_operation (business_id, reference);
call tenant_table('gateway_operation', '', 'token', 'payer', 'link');

-- What is settled stays settled, and money asked for stays the same money.
create function gateway_operation_stands() returns trigger
    language plpgsql as $$
begin
    if old.state in ('succeeded', 'declined') and new.state <> old.state
            or (new.kind, new.of_id, new.amount_minor, new.currency, new.gateway)
               is distinct from (old.kind, old.of_id, old.amount_minor, old.currency, old.gateway) then
        raise exception 'payment_settled' using errcode = 'RF409';
    end if;
    return new;
end
$$;
create trigger stands before update on gateway_operation for each row execute function gateway_operation_stands();

-- Across businesses: whose work is due, and whom the gateway sends back to a page of ours.
create function businesses_with_gateway_work() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select business_id from gateway_operation where state not in ('succeeded', 'declined') and look_at <= now()
    union
    select business_id from card_link where state = 'at_gateway' and look_at <= now()
$$;
create function find_gateway_operation(operation uuid) returns table (business_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select o.business_id from gateway_operation o where o.id = operation
$$;
create index gateway_operation_id on gateway_operation (id);

-- The sandbox: a gateway without money, with books of its own that nothing else reads.
create table sandbox_card (
    business_id uuid not null,
    id          uuid not null,
    behaviour   text not null,
    brand       text not null,
    last_four   text not null,
    expires_on  date not null,
    holder      text,
    gone_at     timestamptz,
    primary key (business_id, id)
);
alter table sandbox_card enable row level security;
create policy own_business on sandbox_card
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

create table sandbox_entry (
    business_id  uuid not null,
    id           uuid not null,
    client_id    uuid not null, -- what whoever asked calls it: asked again, it is the same
    kind         text not null check (kind in ('charge', 'refund')),
    card_id      uuid,
    of_id        uuid,
    amount_minor bigint not null,
    currency     text not null,
    state        text not null check (state in ('succeeded', 'declined', 'needs_customer', 'pending')),
    reason       text,
    made_at      timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, client_id)
);
create index on sandbox_entry (business_id, of_id) where of_id is not null;
alter table sandbox_entry enable row level security;
create policy own_business on sandbox_entry
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

create table sandbox_page (
    business_id uuid not null,
    id          uuid not null,
    secret_hash bytea not null,
    kind        text not null check (kind in ('card', 'confirm')),
    client_id   uuid not null,
    back        text not null, -- where it leads on to
    card_id     uuid,
    primary key (business_id, id)
);
create index sandbox_page_secret on sandbox_page (secret_hash);
create index on sandbox_page (business_id, client_id);
alter table sandbox_page enable row level security;
create policy own_business on sandbox_page
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

create function find_sandbox_page(hash bytea) returns table (business_id uuid, page_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select p.business_id, p.id from sandbox_page p where p.secret_hash = hash
$$;
