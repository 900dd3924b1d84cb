-- What decides whether somebody may be booked, and for what.

-- Services a customer does not want: never booked for them, whichever way.
create table disliked_service (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    service_id  uuid not null,
    comment     text,
    created_by  uuid,
    created_via text not null,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, customer_id, service_id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id)
);
call tenant_table('disliked_service', 'customer_id');

-- What a service costs one customer, and how long it takes: with one colleague, or with all of them.
create table customer_price (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    service_id  uuid not null,
    staff_id    uuid,
    minutes     int check (minutes between 1 and 1440),
    price_minor bigint check (price_minor >= 0),
    currency    text check (currency ~ '^[A-Z]{3}$'),
    note        text,
    created_by  uuid,
    created_via text not null,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique nulls not distinct (business_id, customer_id, service_id, staff_id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id),
    check ((price_minor is null) = (currency is null))
);
call tenant_table('customer_price', 'customer_id');

-- How one customer may book by themselves, where that differs from what holds for all.
create table online_booking (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    rule        text not null check (rule in ('allow', 'require_acceptance', 'waitlist_only', 'block')),
    branch_id   uuid,  -- at all of them when absent
    valid_from  date,
    valid_to    date,
    reason      text,
    silent      boolean not null default false, -- whether they are shown no times instead of a reason
    created_by  uuid,
    created_via text not null,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, customer_id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id)
);
call tenant_table('online_booking', 'customer_id');

-- What holds for all customers of a business.
create table booking_settings (
    business_id       uuid not null references business (business_id),
    id                uuid not null,
    late_cancel_hours int not null check (late_cancel_hours between 0 and 720),
    slot_minutes      int not null check (slot_minutes in (5, 10, 15, 20, 30, 60)),
    ahead_days        int not null check (ahead_days between 1 and 730),
    notice_minutes    int not null check (notice_minutes between 0 and 43200),
    forward_requests  boolean not null,
    acceptance        boolean not null, -- whether every booking online waits to be accepted
    restrict_after    int check (restrict_after between 1 and 50), -- missed appointments; never by itself when absent
    restrict_months   int not null check (restrict_months between 1 and 120),
    restrict_to       text not null check (restrict_to in ('require_acceptance', 'waitlist_only', 'block')),
    count_late        boolean not null, -- whether late cancellations count as missed
    version           int not null default 1,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id)
);
call tenant_table('booking_settings');
