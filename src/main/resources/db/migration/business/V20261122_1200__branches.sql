create table branch (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    name        text not null,
    street      text,
    postcode    text,
    city        text,
    region      text,
    country     text not null check (country ~ '^[A-Z]{2}$'),
    zone        text not null,
    phone       text,
    email       text,
    position    int not null default 0,
    archived_at timestamptz,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id)
);
call tenant_table('branch');

create table staff_branch (
    business_id uuid not null,
    id          uuid not null,
    staff_id    uuid not null,
    branch_id   uuid not null,
    primary key (business_id, id),
    unique (business_id, staff_id, branch_id),
    foreign key (business_id, staff_id) references staff (business_id, id) on delete cascade,
    foreign key (business_id, branch_id) references branch (business_id, id)
);
call tenant_table('staff_branch');
