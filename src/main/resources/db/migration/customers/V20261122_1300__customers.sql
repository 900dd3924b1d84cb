-- The lists a business edits: statuses, tags, referral methods, genders.
create table choice (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    list        text not null check (list in ('status', 'tag', 'referral_method', 'gender')),
    name        text not null,
    colour      text not null default 'grey',
    position    int not null default 0,
    archived_at timestamptz,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id)
);
create unique index choice_name on choice (business_id, list, lower(name));
call tenant_table('choice');

-- The short number of a customer: handed out in order, never again.
create table customer_number (
    business_id uuid not null primary key references business (business_id),
    next        bigint not null default 1001
);
alter table customer_number enable row level security;
create policy own_business on customer_number
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- A person's names, contacts and facts in one row: one read for the profile, one version against lost updates.
-- emails: [{"address": …, "primary": true}]
-- phones: [{"number": as typed, "e164": normalised or absent, "kind": "mobile", "primary": true}]
create table customer (
    business_id        uuid not null,
    id                 uuid not null,
    number             bigint not null,
    first_name         text not null,
    middle_name        text,
    last_name          text,
    display_name       text,
    sort_name          text collate "C" not null,
    emails             jsonb not null default '[]',
    phones             jsonb not null default '[]',
    birth_year         smallint,
    birth_month        smallint,
    birth_day          smallint,
    gender             text,
    pronouns           text,
    language           text,
    status_id          uuid,
    customer_since     date,
    referred_by_id     uuid,
    referred_by_name   text,
    referral_method_id uuid,
    external_id        text,
    photo_id           uuid,
    created_via        text not null,
    import_id          uuid,
    deactivated_at     timestamptz,
    deactivated_by     uuid,
    version            int not null default 1,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, number),
    foreign key (business_id, status_id) references choice (business_id, id),
    foreign key (business_id, referral_method_id) references choice (business_id, id),
    foreign key (business_id, referred_by_id) references customer (business_id, id)
);
create index customer_by_name on customer (business_id, sort_name, id);
create index customer_by_creation on customer (business_id, created_at, id);
create index customer_by_update on customer (business_id, updated_at, id);
create index customer_by_external_id on customer (business_id, external_id) where external_id is not null;
create index customer_by_import on customer (business_id, import_id) where import_id is not null;
create index customer_by_referrer on customer (business_id, referred_by_id) where referred_by_id is not null;
create index customer_by_birthday on customer
    (business_id, (coalesce(birth_month, 13)), (coalesce(birth_day, 0)), sort_name, id);
create index customer_by_status on customer (business_id, status_id, sort_name, id);
create index customer_deactivated on customer (business_id, sort_name, id) where deactivated_at is not null;
call tenant_table('customer', 'id', 'sort_name');

create table customer_address (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    label       text,
    street      text,
    line2       text,
    postcode    text,
    city        text,
    region      text,
    country     text check (country ~ '^[A-Z]{2}$'),
    is_primary  boolean not null default false,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index customer_address_of on customer_address (business_id, customer_id);
create unique index customer_address_primary on customer_address (business_id, customer_id) where is_primary;
call tenant_table('customer_address', 'customer_id');

create table customer_tag (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    tag_id      uuid not null,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, customer_id, tag_id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, tag_id) references choice (business_id, id)
);
create index customer_tag_by_tag on customer_tag (business_id, tag_id, customer_id);
call tenant_table('customer_tag', 'customer_id');

create table customer_weight (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    on_date     date not null,
    grams       int not null check (grams between 1 and 1000000),
    unit        text not null check (unit in ('kg', 'lb', 'st')),
    created_by  uuid,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index customer_weight_of on customer_weight (business_id, customer_id, on_date desc, id desc);
call tenant_table('customer_weight', 'customer_id');

create table note (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    body        text not null,
    kind        text not null check (kind in ('general', 'allergy', 'medical', 'preference', 'billing')),
    pinned      boolean not null default false,
    position    double precision not null,
    import_id   uuid,
    created_by  uuid,
    created_via text not null,
    edited_by   uuid,
    edited_at   timestamptz,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index note_of on note (business_id, customer_id, pinned desc, position, id);
call tenant_table('note', 'customer_id');

-- Photos are rows, so that they live and die with the record; each is immutable, a new photo is a new row.
create table customer_photo (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    small       bytea not null,
    large       bytea not null,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index customer_photo_of on customer_photo (business_id, customer_id);
call tenant_table('customer_photo', 'customer_id', 'small', 'large');

-- A list with its filters, kept under a name; shared with colleagues or one's own.
create table saved_view (
    business_id uuid not null,
    id          uuid not null,
    name        text not null,
    query       text not null,
    staff_id    uuid,
    position    int not null default 0,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id) on delete cascade
);
call tenant_table('saved_view');

-- Derived from customer: every way in which a person may be looked up, folded to plain lower-case letters.
-- `key` kinds: n name (whole), a name (other order, further parts), p phone digits, e e-mail, # number.
create table customer_key (
    business_id uuid not null,
    key         text collate "C" not null,
    kind        "char" not null,
    customer_id uuid not null,
    primary key (business_id, key, customer_id)
);
create index customer_key_parts on customer_key using gin (key gin_trgm_ops) where kind in ('n', 'p', 'e');
alter table customer_key enable row level security;
create policy own_business on customer_key
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Derived: the different words that names are made of, small enough to correct a misspelt one against.
create table name_word (
    business_id uuid not null,
    word        text collate "C" not null,
    primary key (business_id, word)
);
create index name_word_similar on name_word using gin (word gin_trgm_ops);
alter table name_word enable row level security;
create policy own_business on name_word
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Under row-level security the planner may not use a trigram index (its operators are not leakproof). These two
-- functions run as the owner and check the business themselves.
create function own_business() returns uuid
    language sql stable as $$ select nullif(current_setting('app.business_id', true), '')::uuid $$;

create function customers_with_part(part text, most int) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    with found as materialized (
        select k.customer_id from customer_key k
        where k.business_id = own_business() and k.kind in ('n', 'p', 'e') and k.key like part
        limit most
    )
    select distinct customer_id from found
$$;

create function words_like(misspelt text, most int) returns table (word text, likeness real)
    language sql stable security definer set search_path = public, pg_temp as $$
    select w.word, similarity(w.word, misspelt) likeness from name_word w
    where w.business_id = own_business() and w.word % misspelt
    order by likeness desc, w.word limit most
$$;
