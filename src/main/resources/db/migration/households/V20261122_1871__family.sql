-- Who is what to whom. Each link is two rows, one for either side: the row of `customer_id` says what the relative is to
-- them, and what the relative may do about them. The deferred key at the end keeps both rows there and telling the same.
create table relationship (
    business_id    uuid not null,
    id             uuid not null,
    customer_id    uuid not null,
    relative_id    uuid not null,
    relation       text not null,
    counterpart    text not null,
    relation_words text,
    agreement      text not null check (agreement in ('pending', 'declined', 'agreed')),
    answered_at    timestamptz,
    answered_how   text check (answered_how in ('child', 'pet', 'in_person', 'link')),
    answered_by    uuid,
    may_book       boolean not null,
    may_view       boolean not null,
    may_pay        boolean not null,
    is_copied      boolean not null,
    asked_at       timestamptz,
    asked_until    timestamptz,
    asked_times    int not null default 0,
    secret_hash    bytea,
    message_id     uuid,
    created_by     uuid,
    created_via    text not null,
    version        int not null default 1,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, customer_id, relative_id),
    unique (business_id, relative_id, customer_id, counterpart, relation, agreement),
    check (customer_id <> relative_id),
    check ((agreement = 'pending') = (answered_at is null)),
    check ((relation, counterpart) in (
        ('parent', 'child'), ('child', 'parent'), ('spouse', 'spouse'), ('sibling', 'sibling'),
        ('grandparent', 'grandchild'), ('grandchild', 'grandparent'), ('guardian', 'ward'), ('ward', 'guardian'),
        ('friend', 'friend'), ('carer', 'cared_for'), ('cared_for', 'carer'), ('pet', 'owner'), ('owner', 'pet'),
        ('other', 'other'))),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, relative_id) references customer (business_id, id),
    foreign key (business_id, customer_id, relative_id, relation, counterpart, agreement)
        references relationship (business_id, relative_id, customer_id, counterpart, relation, agreement)
        deferrable initially deferred
);
create index relationship_secret on relationship (secret_hash) where secret_hash is not null;
call tenant_table('relationship', 'customer_id');

-- Who else gets the messages about somebody's appointments: another customer, or an address.
create table message_copy (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    to_id       uuid,
    address     text,
    created_by  uuid,
    created_via text not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, customer_id, to_id),
    unique (business_id, customer_id, address),
    check ((to_id is null) <> (address is null)),
    check (customer_id is distinct from to_id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, to_id) references customer (business_id, id)
);
create index message_copy_to on message_copy (business_id, to_id) where to_id is not null;
call tenant_table('message_copy', 'customer_id');

-- Across businesses, as whoever holds the link belongs to none yet: the row of the one who was asked.
create function find_family_invitation(hash bytea)
    returns table (business_id uuid, relationship_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.business_id, r.id from relationship r where r.secret_hash = hash
$$;
