-- A class is a service that many take part in at once; how many, and for how long a place that gets free is offered to
-- whoever waits for it. Without that it is theirs at once.
alter table service
    add column capacity int check (capacity between 1 and 1000),
    add column offer_minutes int check (offer_minutes between 5 and 10080),
    add check (offer_minutes is null or capacity is not null);

-- Classes that come again on certain days, by the clock on the branch's wall.
create table class_series (
    business_id uuid not null,
    id          uuid not null,
    service_id  uuid not null,
    branch_id   uuid not null,
    staff_id    uuid,
    weekdays    int[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) > 0), -- Monday is 1
    at_minute   int not null check (at_minute between 0 and 1439), -- since midnight
    minutes     int not null check (minutes between 1 and 1440),
    from_day    date not null,
    until_day   date,
    capacity    int not null check (capacity between 1 and 1000),
    room        text,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
call tenant_table('class_series');

-- One class on one day. It knows the day of its series, wherever it was moved to, so that the series makes no other.
create table class_session (
    business_id   uuid not null,
    id            uuid not null,
    service_id    uuid not null,
    service_name  text not null, -- as it was when it was planned
    series_id     uuid,
    series_day    date,
    own           boolean not null default false, -- changed by itself: changes of the series pass it by
    branch_id     uuid not null,
    staff_id      uuid,
    room          text,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null check (ends_at > starts_at),
    busy          tstzrange not null check (busy @> tstzrange(starts_at, ends_at)), -- with the buffers
    capacity      int not null check (capacity between 1 and 1000),
    status        text not null check (status in ('scheduled', 'cancelled')),
    cancel_reason text,
    version       int not null default 1,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, series_id, series_day),
    check ((series_id is null) = (series_day is null)),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, series_id) references class_series (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
create index on class_session (business_id, branch_id, starts_at);
create index on class_session (business_id, starts_at, id);
call tenant_table('class_session');

-- A customer in a class, or waiting for a place. One line for each, which may be cancelled and booked again.
create table class_booking (
    business_id   uuid not null,
    id            uuid not null,
    session_id    uuid not null,
    customer_id   uuid not null,
    service_name  text not null,        -- the class's, kept by its trigger with its time
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    status        text not null check (status in ('waitlisted', 'offered', 'booked', 'checked_in', 'attended', 'cancelled',
                      'late_cancelled', 'no_show', 'lapsed')),
    held          boolean not null,     -- whether it takes a place
    waiting_since timestamptz,          -- in this order places are passed on
    offer_until   timestamptz,
    price_minor   bigint check (price_minor >= 0),
    currency      text check (currency ~ '^[A-Z]{3}$'),
    note          text,
    cancel_reason text,
    created_via   text not null,
    version       int not null default 1,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, session_id, customer_id),
    foreign key (business_id, session_id) references class_session (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    check ((price_minor is null) = (currency is null)),
    check (held = (status in ('offered', 'booked', 'checked_in', 'attended'))),
    check ((status = 'offered') = (offer_until is not null)),
    check (status <> 'waitlisted' or waiting_since is not null)
);
create index on class_booking (business_id, customer_id, starts_at desc, id desc) include (status);
create index class_offers on class_booking (offer_until) where status = 'offered';
call tenant_table('class_booking', 'customer_id');

-- A class takes its teacher's time as an appointment does, and never holds fewer than are in it.
create function class_takes_time() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from staff_time where business_id = old.business_id and id = old.id;
        return old;
    end if;
    if tg_op = 'UPDATE' and new.capacity < old.capacity and new.capacity < (
            select count(*) from class_booking b where b.business_id = new.business_id and b.session_id = new.id and b.held) then
        raise exception 'class_fuller' using errcode = 'RF409';
    end if;
    if tg_op = 'UPDATE' and (new.staff_id, new.busy, new.status) is not distinct from (old.staff_id, old.busy, old.status) then
        return new;
    end if;
    if new.staff_id is not null then
        perform queue_for('{}', array[new.staff_id]);
    end if;
    perform take_staff_time(new.id, new.business_id, new.staff_id, new.busy, new.staff_id is not null and new.status = 'scheduled');
    return new;
end
$$;
create trigger takes_time before insert or update or delete on class_session
    for each row execute function class_takes_time();

-- Whoever is in a class that is moved is in it at its new time.
create function class_tells_its_time() returns trigger
    language plpgsql as $$
begin
    update class_booking set starts_at = new.starts_at, ends_at = new.ends_at, version = version + 1, updated_at = now()
    where business_id = new.business_id and session_id = new.id;
    return null;
end
$$;
create trigger tells_its_time after update on class_session
    for each row when ((new.starts_at, new.ends_at) is distinct from (old.starts_at, old.ends_at))
    execute function class_tells_its_time();

-- Never more than there are places, however many ask at once: they queue at the class.
create function class_has_a_place() returns trigger
    language plpgsql as $$
declare
    places int;
    running boolean;
begin
    if not new.held or tg_op = 'UPDATE' and old.held and old.session_id = new.session_id then
        return new;
    end if;
    select s.capacity, s.status = 'scheduled' into places, running from class_session s
    where s.business_id = new.business_id and s.id = new.session_id for no key update;
    if not running then
        raise exception 'class_cancelled' using errcode = 'RF409';
    end if;
    if places <= (select count(*) from class_booking b
                  where b.business_id = new.business_id and b.session_id = new.session_id and b.held and b.id <> new.id) then
        raise exception 'class_full' using errcode = 'RF409';
    end if;
    return new;
end
$$;
create trigger has_a_place before insert or update on class_booking
    for each row execute function class_has_a_place();

-- Across businesses, as the jobs have no caller.
create function businesses_with_class_series() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct business_id from class_series where until_day is null or until_day >= current_date - 1
$$;
create function businesses_with_offers_lapsed() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct business_id from class_booking where status = 'offered' and offer_until <= now()
$$;
