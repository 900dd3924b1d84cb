-- What the business offers; a category is an entry of its own list.
alter table choice drop constraint choice_list_check;
alter table choice add constraint choice_list_check
    check (list in ('status', 'tag', 'referral_method', 'gender', 'service_category'));

create table service (
    business_id           uuid not null references business (business_id),
    id                    uuid not null,
    name                  text not null,
    description           text,
    category_id           uuid,
    minutes               int not null check (minutes between 1 and 1440),
    buffer_before_minutes int not null default 0 check (buffer_before_minutes between 0 and 240),
    buffer_after_minutes  int not null default 0 check (buffer_after_minutes between 0 and 240),
    price_minor           bigint check (price_minor >= 0),
    currency              text check (currency ~ '^[A-Z]{3}$'),
    colour                text not null default 'grey',
    position              int not null default 0,
    online                boolean not null default false,
    archived_at           timestamptz,
    version               int not null default 1,
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, category_id) references choice (business_id, id),
    check ((price_minor is null) = (currency is null))
);
create unique index service_name on service (business_id, lower(name)) where archived_at is null;
call tenant_table('service');

-- Who performs it, and where they take another time or another price.
create table service_staff (
    business_id uuid not null,
    id          uuid not null,
    service_id  uuid not null,
    staff_id    uuid not null,
    minutes     int check (minutes between 1 and 1440),
    price_minor bigint check (price_minor >= 0),
    currency    text check (currency ~ '^[A-Z]{3}$'),
    primary key (business_id, id),
    unique (business_id, service_id, staff_id),
    foreign key (business_id, service_id) references service (business_id, id) on delete cascade,
    foreign key (business_id, staff_id) references staff (business_id, id) on delete cascade,
    check ((price_minor is null) = (currency is null))
);
create index service_staff_by_staff on service_staff (business_id, staff_id);
call tenant_table('service_staff');

-- Where it is offered; at all branches without any row.
create table service_branch (
    business_id uuid not null,
    id          uuid not null,
    service_id  uuid not null,
    branch_id   uuid not null,
    primary key (business_id, id),
    unique (business_id, service_id, branch_id),
    foreign key (business_id, service_id) references service (business_id, id) on delete cascade,
    foreign key (business_id, branch_id) references branch (business_id, id)
);
call tenant_table('service_branch');
