-- A pass: a code on a card, by which whoever brings it is found. Made here, or printed by somebody else and attached. It opens
-- nothing for anybody who does not work here, so it is no secret.
create table pass (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    code        text not null, -- as it is printed
    code_key    text not null, -- as it is compared: without spaces and dashes, in capitals
    made        boolean not null,
    label       text,
    state       text not null default 'live' check (state in ('live', 'lost', 'replaced')),
    lost_at     timestamptz,
    lost_by     uuid,
    lost_note   text,
    replaced_at timestamptz,
    replaced_by uuid, -- the pass instead of it
    created_by  uuid,
    created_via text not null,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, replaced_by) references pass (business_id, id),
    check (case state when 'live' then lost_at is null and replaced_at is null
                      when 'lost' then lost_at is not null and replaced_at is null
                      else replaced_at is not null and replaced_by is not null end)
);
create unique index pass_live on pass (business_id, code_key) where state = 'live';
create index on pass (business_id, code_key, id);
create index on pass (business_id, customer_id, id);
create index on pass (business_id, replaced_by) where replaced_by is not null;
call tenant_table('pass', 'customer_id', 'code_key');
