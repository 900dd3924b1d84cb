-- Who waits for a time that suits them, and the times that got free and are kept for one of them until they have answered.
alter table booking_settings
    add column waitlist_automatic   boolean not null default true, -- whether a time that gets free is offered by itself
    add column offer_minutes        int not null default 120 check (offer_minutes between 10 and 10080),
    add column offer_notice_minutes int not null default 120 check (offer_notice_minutes between 0 and 43200);

-- A request that holds its time was offered until then. It stays on what was not taken, which is no appointment that was called off.
alter table appointment
    add column offer_until timestamptz,
    add check (offer_until is null or not held or status = 'requested');

create table waitlist_entry (
    business_id     uuid not null,
    id              uuid not null,
    customer_id     uuid not null,
    branch_id       uuid not null,
    service_id      uuid not null,
    staff_id        uuid, -- with anybody when absent
    from_day        date not null,
    until_day       date not null check (until_day >= from_day),
    weekdays        int[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) > 0), -- Monday is 1
    from_minute     int not null check (from_minute between 0 and 1439), -- of the day: it begins no earlier
    until_minute    int not null check (until_minute between 1 and 1440 and until_minute > from_minute), -- and ends no later
    note            text,
    status          text not null default 'waiting' check (status in ('waiting', 'booked', 'ended')),
    first_at        timestamptz, -- since when it stands before all others
    first_reason    text,
    end_reason      text,
    first_name      text, -- who they said they are who joined online, and where to write to
    email           text,
    language        text,
    secret_hash     bytea,
    submission_hash bytea,
    created_via     text not null,
    version         int not null default 1,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, submission_hash),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id),
    check ((first_at is null) = (first_reason is null))
);
create index on waitlist_entry (business_id, customer_id, id);
create index on waitlist_entry (business_id, id) where status = 'waiting';
create index waitlist_entry_secret on waitlist_entry (secret_hash) where secret_hash is not null;
call tenant_table('waitlist_entry', 'customer_id', 'secret_hash', 'submission_hash');

-- A time offered to one who waits. The appointment of the same number keeps it.
create table waitlist_offer (
    business_id    uuid not null,
    id             uuid not null,
    customer_id    uuid not null,
    entry_id       uuid not null,
    appointment_id uuid not null,
    staff_id       uuid not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null check (ends_at > starts_at),
    offer_until    timestamptz not null,
    automatic      boolean not null,
    decision       text not null default 'open' check (decision in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
    created_by     uuid,
    created_via    text not null,
    version        int not null default 1,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, appointment_id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, entry_id) references waitlist_entry (business_id, id),
    foreign key (business_id, appointment_id) references appointment (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
create unique index on waitlist_offer (business_id, entry_id) where decision = 'open';
create index on waitlist_offer (business_id, entry_id, created_at);
create index on waitlist_offer (business_id, customer_id);
create index waitlist_offers_open on waitlist_offer (offer_until) where decision = 'open';
call tenant_table('waitlist_offer', 'customer_id');

-- However the appointment that keeps a time becomes another thing (at the desk, by a program, taken back), its offer knows.
create function offer_follows_appointment() returns trigger
    language plpgsql as $$
begin
    update waitlist_offer set decision = case when new.held then 'accepted' else 'withdrawn' end,
        version = version + 1, updated_at = now()
    where business_id = new.business_id and appointment_id = new.id and decision = 'open';
    if new.held then
        update waitlist_entry set status = 'booked', version = version + 1, updated_at = now()
        where business_id = new.business_id and status = 'waiting'
        and id = (select o.entry_id from waitlist_offer o where o.business_id = new.business_id and o.appointment_id = new.id);
    end if;
    return null;
end
$$;
create trigger offer_follows after update of status on appointment
    for each row when (old.offer_until is not null and old.status = 'requested' and new.status <> 'requested')
    execute function offer_follows_appointment();

-- What got free and was not yet looked at for those who wait; gone as soon as it was. Without times: the hours are others now.
create table waitlist_freed (
    business_id uuid not null,
    id          uuid not null default gen_random_uuid(),
    branch_id   uuid,
    staff_id    uuid,
    starts_at   timestamptz,
    ends_at     timestamptz,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    check ((starts_at is null) = (ends_at is null))
);
alter table waitlist_freed enable row level security;
create policy own_business on waitlist_freed
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

create function waitlist_hears(business uuid, branch uuid, colleague uuid, since timestamptz, until timestamptz) returns void
    language sql as $$
    insert into waitlist_freed (business_id, branch_id, staff_id, starts_at, ends_at)
    select business, branch, colleague, since, until
    where (until is null or until > now())
    and exists (select from waitlist_entry e where e.business_id = business and e.status = 'waiting')
$$;

-- Whatever took a colleague's time and no longer does: called off, moved, shortened, lapsed, a class that is none.
create function staff_time_gets_free() returns trigger
    language plpgsql as $$
begin
    perform waitlist_hears(old.business_id, null, old.staff_id, lower(old.busy), upper(old.busy));
    return null;
end
$$;
create trigger gets_free after delete on staff_time for each row execute function staff_time_gets_free();
create trigger gets_free_by_moving after update on staff_time
    for each row when (new.staff_id <> old.staff_id or not new.busy @> old.busy)
    execute function staff_time_gets_free();

create function time_off_gets_free() returns trigger
    language plpgsql as $$
begin
    perform waitlist_hears(old.business_id, null, old.staff_id, old.starts_at, old.ends_at);
    return null;
end
$$;
create trigger gets_free after delete or update on time_off for each row execute function time_off_gets_free();

create function hours_open() returns trigger
    language plpgsql as $$
declare
    hours record;
begin
    if tg_op = 'DELETE' then
        hours := old;
    else
        hours := new;
    end if;
    perform waitlist_hears(hours.business_id, hours.branch_id, hours.staff_id, null, null);
    return null;
end
$$;
create trigger gets_free after insert or update or delete on weekly_hours for each row execute function hours_open();
create trigger gets_free after insert or update or delete on dated_hours for each row execute function hours_open();

-- Across businesses, as the job has no caller.
create function businesses_with_waitlist_work() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct business_id from waitlist_offer where decision = 'open' and offer_until <= now()
    union
    select distinct business_id from waitlist_freed
$$;
