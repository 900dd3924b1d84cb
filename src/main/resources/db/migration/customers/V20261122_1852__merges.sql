-- One record taken into another. What moved, went and was filled stands in the change log, under this row's id as the
-- cause: from there it is undone. `version` is the one the record that stayed had afterwards.
create table customer_merge (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    from_id     uuid not null,
    from_name   text not null,
    from_number bigint not null,
    moved       int not null,
    version     int not null,
    created_by  uuid,
    undone_at   timestamptz,
    undone_by   uuid,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    check (customer_id <> from_id)
);
create index customer_merge_into on customer_merge (business_id, customer_id, id);
call tenant_table('customer_merge', 'customer_id', 'moved');

-- Where the ids, numbers and external ids of records lead that were merged into others.
create table customer_alias (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    merge_id    uuid not null,
    number      bigint not null,
    external_id text,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, merge_id) references customer_merge (business_id, id)
);
create index customer_alias_of on customer_alias (business_id, customer_id);
create index customer_alias_number on customer_alias (business_id, number);
create index customer_alias_external_id on customer_alias (business_id, external_id) where external_id is not null;
call tenant_table('customer_alias');

-- Two who look alike and are not the same person: never to be asked again. Written both ways round.
create table customer_distinct (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    other_id    uuid not null,
    created_by  uuid,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, customer_id, other_id),
    check (customer_id <> other_id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, other_id) references customer (business_id, id)
);
create index customer_distinct_other on customer_distinct (business_id, other_id);
call tenant_table('customer_distinct');

-- Derived: pairs of records that may be one person's, found in the background.
create table customer_pair (
    business_id uuid not null,
    customer_id uuid not null,
    other_id    uuid not null,
    score       smallint not null,
    reasons     text[] not null,
    primary key (business_id, customer_id, other_id),
    check (customer_id < other_id),
    foreign key (business_id, customer_id) references customer (business_id, id) on delete cascade,
    foreign key (business_id, other_id) references customer (business_id, id) on delete cascade
);
create index customer_pair_by_score on customer_pair (business_id, score desc, customer_id, other_id);
create index customer_pair_other on customer_pair (business_id, other_id);
alter table customer_pair enable row level security;
create policy own_business on customer_pair
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Up to which change of a record the search for pairs has come.
create table customer_pair_search (
    business_id uuid not null primary key references business (business_id),
    until       timestamptz not null,
    after_id    uuid not null
);
alter table customer_pair_search enable row level security;
create policy own_business on customer_pair_search
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Across businesses, as the search for pairs has no caller.
create function businesses_to_search_for_pairs() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select b.business_id from business b
    left join customer_pair_search s on s.business_id = b.business_id
    where exists (select from customer c where c.business_id = b.business_id
        and (c.updated_at, c.id) > (coalesce(s.until, '-infinity'), coalesce(s.after_id, '00000000-0000-0000-0000-000000000000')))
$$;
