-- Hours are what the clock on the branch's wall shows, as minutes since a day's midnight: so they stay when the
-- clocks change. A day is a set of periods; the last may pass the next midnight.
create domain day_hours as int4multirange not null default '{}'
    check (isempty(value) or not lower_inf(value) and not upper_inf(value) and lower(value) >= 0 and upper(value) <= 2880);

-- When a branch is open, or when somebody of its staff works there, in any week. Without a row nobody has said.
create table weekly_hours (
    business_id uuid not null,
    id          uuid not null,
    branch_id   uuid not null,
    staff_id    uuid, -- null: the branch itself
    monday      day_hours,
    tuesday     day_hours,
    wednesday   day_hours,
    thursday    day_hours,
    friday      day_hours,
    saturday    day_hours,
    sunday      day_hours,
    version     int not null default 1,
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique nulls not distinct (business_id, branch_id, staff_id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
create index on weekly_hours (business_id, staff_id);
call tenant_table('weekly_hours');

-- The same on one date that differs from other weeks; no hours at all is closed, or a day away.
create table dated_hours (
    business_id uuid not null,
    id          uuid not null,
    branch_id   uuid not null,
    staff_id    uuid, -- null: the branch itself
    day         date not null,
    name        text,
    hours       day_hours,
    primary key (business_id, id),
    unique nulls not distinct (business_id, branch_id, staff_id, day),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
create index on dated_hours (business_id, staff_id, day);
call tenant_table('dated_hours');

-- Time in which somebody can't be booked, whatever their hours: holidays, illness, a course.
create table time_off (
    business_id uuid not null,
    id          uuid not null,
    staff_id    uuid not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at),
    reason      text,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
create index on time_off (business_id, staff_id, ends_at);
call tenant_table('time_off');
