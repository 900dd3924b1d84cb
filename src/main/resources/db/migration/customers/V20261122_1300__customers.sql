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
-- `key` kinds: n name (whole), a name (other order, further parts), p phone digits, e e-mail, # number, and t the text
-- of all of them, a line each after a space, names before a tab and the rest behind it: for parts of any.
-- The business stands in the trigram index too, so that a small one does not wade through the rows of a huge one.
create table customer_key (
    business_id uuid not null,
    key         text collate "C" not null,
    kind        "char" not null,
    customer_id uuid not null,
    primary key (business_id, key, customer_id)
);
create index customer_key_text on customer_key using gin (business_id, key gin_trgm_ops)
    with (gin_pending_list_limit = 512) where kind = 't';
alter table customer_key enable row level security;
create policy own_business on customer_key
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- A word and what is left of it when one letter is missing: two words a slip apart have one of these in common.
create function one_letter_less(word text) returns text[]
    language sql immutable parallel safe set search_path = pg_catalog as $$
    select array_agg(distinct overlay(word placing '' from i for 1)) || word from generate_series(1, length(word)) i
$$;

-- Derived: the different words that names are made of, few enough to look for parts and slips in.
create table name_word (
    business_id uuid not null,
    word        text collate "C" not null,
    slips       text[] generated always as (one_letter_less(word)) stored,
    primary key (business_id, word)
);
create index name_word_parts on name_word using gin (business_id, word gin_trgm_ops);
create index name_word_slips on name_word using gin (business_id, slips);
alter table name_word enable row level security;
create policy own_business on name_word
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Under row-level security the planner may not use a trigram index (its operators are not leakproof). These
-- functions run as the owner and check the business themselves. Their statements are planned for the values at hand.
create function own_business() returns uuid
    language sql stable as $$ select nullif(current_setting('app.business_id', true), '')::uuid $$;

-- Customers with a word in their names that fits a pattern.
create function customers_named_like(pattern text, most int) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query execute $query$
        with words as materialized (
            select word from name_word where business_id = $1 and word like $2 limit 200)
        select k.customer_id
        from (select word from words order by word limit 100) w
        cross join lateral (
            select k.key, k.customer_id from customer_key k
            where k.business_id = $1 and k.key >= w.word and k.key < w.word || '!'
            order by k.key, k.customer_id limit $3) k
        limit $3
        $query$ using own_business(), pattern, most;
end
$$;

-- Customers whose text fits all patterns; where a word begins with the first before the others. No plan but that by
-- the trigram index is bearable, and misjudged patterns lead the planner elsewhere.
create function customers_with_parts(patterns text[], in_names boolean, most int) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_temp
    set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
begin
    return query execute format($query$
        with found as materialized (
            select k.key, k.customer_id from customer_key k
            where k.business_id = $1 and k.kind = 't' and %s limit 300)
        select f.customer_id from found f
        order by f.key like %L desc, f.key, f.customer_id limit $2
        $query$,
        (select string_agg(
            format(case when in_names then 'k.key like %1$L and split_part(k.key, e''\t'', 1) like %1$L' else 'k.key like %1$L' end, p),
            ' and ')
         from unnest(patterns) p),
        '% ' || ltrim(patterns[1], '% '))
    using own_business(), most;
end
$$;

-- Words of names that one may have meant: a slip apart, else of much the same letters.
create function words_like(misspelt text, most int) returns setof text
    language plpgsql stable security definer set search_path = public, pg_temp
    set pg_trgm.similarity_threshold = 0.25 as $$
begin
    return query execute
        'select word from name_word where business_id = $1 and slips && $2 limit $3'
        using own_business(), one_letter_less(misspelt), most;
    if not found and length(misspelt) > 5 then
        return query execute
            'select word from name_word where business_id = $1 and word % $2 order by similarity(word, $2) desc, word limit $3'
            using own_business(), misspelt, most;
    end if;
end
$$;
