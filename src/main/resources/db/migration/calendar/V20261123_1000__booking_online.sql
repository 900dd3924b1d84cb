-- What the public page says and where it may be shown.
alter table booking_settings
    add column terms         text, -- what whoever books accepts
    add column call_us       text, -- what somebody is told who can't book online
    add column allowed_sites text; -- sites that may embed the page, a line each

-- What was asked for online, as it was typed: what a record says may differ and is not touched.
create table online_request (
    business_id     uuid not null,
    id              uuid not null,
    customer_id     uuid not null,
    appointment_id  uuid, -- absent where it was refused
    branch_id       uuid not null,
    service_id      uuid not null,
    staff_id        uuid, -- whom they asked for; anybody when absent
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    outcome         text not null check (outcome in ('booked', 'requested', 'refused')),
    first_name      text not null,
    last_name       text,
    email           text not null,
    phone           text not null,
    device          text not null check (device in ('phone', 'tablet', 'computer', 'program')),
    browser         text not null,
    address_hash    bytea, -- where it came from: to recognise, not to read
    submission_hash bytea not null,
    created_via     text not null,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, submission_hash),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, appointment_id) references appointment (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
create index on online_request (business_id, customer_id, created_at desc, id desc);
create index on online_request (business_id, appointment_id) where appointment_id is not null;
call tenant_table('online_request', 'customer_id', 'submission_hash', 'address_hash');

-- What somebody typed who is known already, and their record says otherwise. Asked once: what was refused is not asked again.
create table suggested_change (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    field       text not null check (field in ('firstName', 'lastName', 'email', 'phone')),
    value       text not null,
    decision    text not null default 'open' check (decision in ('open', 'accepted', 'refused')),
    decided_at  timestamptz,
    decided_by  uuid,
    created_via text not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, customer_id, field, value),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index on suggested_change (business_id, customer_id) where decision = 'open';
call tenant_table('suggested_change', 'customer_id');

-- Another time the business offers somebody who asked for one. It holds nothing: who takes it first has it.
create table time_proposal (
    business_id    uuid not null,
    id             uuid not null,
    customer_id    uuid not null,
    appointment_id uuid not null,
    staff_id       uuid not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null check (ends_at > starts_at),
    message        text,
    decision       text not null default 'open' check (decision in ('open', 'accepted', 'refused', 'withdrawn')),
    created_by     uuid,
    created_via    text not null,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, appointment_id) references appointment (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
create unique index on time_proposal (business_id, appointment_id) where decision = 'open';
create index on time_proposal (business_id, customer_id);
call tenant_table('time_proposal', 'customer_id');

-- Secret links to one appointment, as letters carry them. Only what is kept of the secret stands here.
create table appointment_link (
    business_id    uuid not null,
    id             uuid not null,
    appointment_id uuid not null,
    secret_hash    bytea not null,
    expires_at     timestamptz not null,
    created_at     timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, appointment_id) references appointment (business_id, id)
);
create index appointment_link_secret on appointment_link (secret_hash);
alter table appointment_link enable row level security;
create policy own_business on appointment_link
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Requests that wait, the oldest first.
create index on appointment (business_id, branch_id, created_at, id) where status = 'requested';
