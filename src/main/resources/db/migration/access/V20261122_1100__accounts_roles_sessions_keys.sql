-- Across businesses: a person's sign-in. Kept out of the tenant's wall; read by the sign-in code alone.
create table account (
    id            uuid primary key,
    email         text not null unique check (email = lower(email)),
    password_hash text not null,
    password_chosen boolean not null,
    theme         text not null default 'system' check (theme in ('system', 'light', 'dark')),
    shortcuts     boolean not null default true,
    language      text,
    created_at    timestamptz not null default now()
);

-- The business itself. Its id stands in both columns, so that it obeys the rules of every other table.
create table business (
    business_id    uuid not null unique,
    id             uuid not null,
    slug           text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    name           text not null,
    kind           text not null,
    country        text not null check (country ~ '^[A-Z]{2}$'),
    currency       text not null check (currency ~ '^[A-Z]{3}$'),
    zone           text not null,
    language       text not null,
    languages      text[] not null,
    features       text[] not null default '{}',
    require_last_name boolean not null default false,
    version        int not null default 1,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (business_id, id),
    check (business_id = id)
);
call tenant_table('business');

create table role (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    name        text not null,
    standard    text check (standard in ('owner', 'manager', 'front_desk', 'practitioner')),
    permissions text[] not null,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id)
);
create unique index role_name on role (business_id, lower(name));
call tenant_table('role');

create table staff (
    business_id    uuid not null references business (business_id),
    id             uuid not null,
    account_id     uuid references account (id),
    name           text not null,
    email          text,
    role_id        uuid not null,
    preferences    jsonb not null default '{}',
    deactivated_at timestamptz,
    version        int not null default 1,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, role_id) references role (business_id, id)
);
create unique index staff_account on staff (business_id, account_id);
create index staff_of_account on staff (account_id);
call tenant_table('staff', '', 'preferences');

-- Across businesses: who is signed in. The token itself is never stored, only its hash.
create table session (
    id           uuid primary key,
    token_hash   bytea not null unique,
    account_id   uuid not null references account (id) on delete cascade,
    business_id  uuid not null,
    staff_id     uuid not null,
    address      text,
    device       text,
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at   timestamptz not null,
    foreign key (business_id, staff_id) references staff (business_id, id) on delete cascade
);
create index session_of_account on session (account_id);
create index session_of_staff on session (business_id, staff_id);

-- One-time links by which a new colleague sets a password, or an old one a new password.
create table sign_in_link (
    id         uuid primary key,
    token_hash bytea not null unique,
    account_id uuid not null references account (id) on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz,
    created_at timestamptz not null default now()
);

create table api_key (
    business_id  uuid not null references business (business_id),
    id           uuid not null,
    name         text not null,
    hint         text not null,
    key_hash     bytea not null unique,
    scopes       text[] not null,
    created_by   uuid,
    created_at   timestamptz not null default now(),
    last_used_on date,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    primary key (business_id, id)
);
call tenant_table('api_key', '', 'key_hash', 'last_used_on');

-- Before the business is known the wall can't let anybody through; these four functions are the doors in it.
create function find_session(hash bytea)
    returns table (session_id uuid, business_id uuid, staff_id uuid, account_id uuid, name text, email text, theme text,
                   shortcuts boolean, permissions text[], preferences jsonb, slug text, business_name text, zone text,
                   language text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, s.business_id, f.id, a.id, f.name, a.email, a.theme, a.shortcuts, r.permissions, f.preferences,
           b.slug, b.name, b.zone, coalesce(a.language, b.language)
    from session s
    join account a on a.id = s.account_id
    join staff f on f.business_id = s.business_id and f.id = s.staff_id and f.deactivated_at is null
    join role r on r.business_id = f.business_id and r.id = f.role_id
    join business b on b.business_id = s.business_id
    where s.token_hash = hash and s.expires_at > now()
$$;

create function find_memberships(account uuid)
    returns table (business_id uuid, staff_id uuid, business_name text, slug text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select f.business_id, f.id, b.name, b.slug
    from staff f join business b on b.business_id = f.business_id
    where f.account_id = account and f.deactivated_at is null
    order by b.name
$$;

create function find_api_key(hash bytea)
    returns table (business_id uuid, key_id uuid, scopes text[], last_used_on date)
    language sql stable security definer set search_path = public, pg_temp as $$
    select k.business_id, k.id, k.scopes, k.last_used_on
    from api_key k
    where k.key_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
$$;

create function find_business(wanted text) returns uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select b.business_id from business b where b.slug = wanted
$$;

create function any_business() returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from business)
$$;
