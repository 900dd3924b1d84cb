create extension if not exists btree_gist;

-- One service for one person at one time. What is booked together (several services in a row, guests) shares a visit;
-- what is booked again and again shares a series.
create table appointment (
    business_id     uuid not null,
    id              uuid not null,
    customer_id     uuid not null,
    booked_by_id    uuid,          -- the customer who booked it, where somebody else comes
    guest_name      text,          -- who comes, where they have no record and the customer brings them
    visit_id        uuid not null, -- the id of the first of those booked together
    series_id       uuid,
    branch_id       uuid not null,
    service_id      uuid not null,
    service_name    text not null, -- as it was when it was booked
    staff_id        uuid not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    busy            tstzrange not null, -- with the buffers: the time in which the colleague can do nothing else
    status          text not null check (status in ('requested', 'booked', 'confirmed', 'arrived', 'in_service', 'completed',
                        'cancelled', 'late_cancelled', 'no_show', 'declined')),
    held            boolean not null,   -- whether it takes up the colleague's time
    price_minor     bigint check (price_minor >= 0),
    currency        text check (currency ~ '^[A-Z]{3}$'),
    note            text,
    overlap_allowed boolean not null default false, -- whether the customer may be in two places at once
    overlap_reason  text,
    cancel_reason   text,
    created_via     text not null,
    sequence        int not null default 0, -- of its calendar entry: rises with each change a calendar shows
    version         int not null default 1,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, booked_by_id) references customer (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id),
    check ((price_minor is null) = (currency is null)),
    check (busy @> tstzrange(starts_at, ends_at)),
    -- a request may hold its time, as an offer from the waiting list does; it need not
    check (status = 'requested' or held = (status in ('booked', 'confirmed', 'arrived', 'in_service', 'completed'))),
    constraint customer_double_booked exclude using gist
        (business_id with =, customer_id with =, tstzrange(starts_at, ends_at) with &&)
        where (held and not overlap_allowed and guest_name is null)
);
create index on appointment (business_id, customer_id, starts_at desc, id desc) include (status);
create index on appointment (business_id, branch_id, starts_at);
create index on appointment (business_id, starts_at, id);
create index on appointment (business_id, updated_at);
create index on appointment (business_id, visit_id);
create index on appointment (business_id, booked_by_id) where booked_by_id is not null;
create index on appointment (business_id, series_id, starts_at) where series_id is not null;
call tenant_table('appointment', 'customer_id');

-- When colleagues are taken, by whatever takes them: no two things at once. Kept by the triggers of what takes them,
-- under the same id, so that appointments and classes stand in each other's way.
create table staff_time (
    business_id uuid not null,
    id          uuid not null,
    staff_id    uuid not null,
    busy        tstzrange not null check (not isempty(busy) and not lower_inf(busy) and not upper_inf(busy)),
    primary key (business_id, id),
    foreign key (business_id, staff_id) references staff (business_id, id),
    constraint double_booked exclude using gist (business_id with =, staff_id with =, busy with &&)
);
alter table staff_time enable row level security;
create policy own_business on staff_time
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Two who write what excludes each other at once would wait for each other until one is shot. So they queue first:
-- customers before colleagues, each in the order of their ids.
create function queue_for(customers uuid[], colleagues uuid[]) returns void
    language plpgsql as $$
declare
    one uuid;
begin
    for one in select distinct u from unnest(customers) u order by u loop
        perform pg_advisory_xact_lock(hashtextextended(one::text, 1));
    end loop;
    for one in select distinct u from unnest(colleagues) u order by u loop
        perform pg_advisory_xact_lock(hashtextextended(one::text, 2));
    end loop;
end
$$;

-- What an entry of a calendar takes of a colleague's time, from now on.
create function take_staff_time(entry uuid, business uuid, colleague uuid, span tstzrange, takes boolean) returns void
    language plpgsql as $$
begin
    if not takes then
        delete from staff_time where business_id = business and id = entry;
        return;
    end if;
    update staff_time set staff_id = colleague, busy = span where business_id = business and id = entry;
    if not found then
        insert into staff_time (business_id, id, staff_id, busy) values (business, entry, colleague, span);
    end if;
end
$$;

create function appointment_takes_time() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from staff_time where business_id = old.business_id and id = old.id;
        return old;
    end if;
    if tg_op = 'INSERT' then
        if new.held then
            perform queue_for(array[new.customer_id], array[new.staff_id]);
            insert into staff_time (business_id, id, staff_id, busy) values (new.business_id, new.id, new.staff_id, new.busy);
        end if;
        return new;
    end if;
    -- whoever subscribed to a calendar hears of it, whichever way it changed
    if (new.starts_at, new.ends_at, new.staff_id, new.branch_id, new.status, new.service_name)
            is distinct from (old.starts_at, old.ends_at, old.staff_id, old.branch_id, old.status, old.service_name) then
        new.sequence := old.sequence + 1;
    end if;
    if (new.held, new.staff_id, new.busy, new.customer_id) is not distinct from (old.held, old.staff_id, old.busy, old.customer_id) then
        return new;
    end if;
    perform queue_for(array[new.customer_id], array[new.staff_id]);
    -- a record that merges into another brings its appointments, even those at the same time
    if new.held and new.customer_id <> old.customer_id and not new.overlap_allowed then
        new.overlap_allowed := exists (
            select from appointment a where a.business_id = new.business_id and a.customer_id = new.customer_id and a.held
            and a.id <> new.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(new.starts_at, new.ends_at));
    end if;
    perform take_staff_time(new.id, new.business_id, new.staff_id, new.busy, new.held);
    return new;
end
$$;
create trigger takes_time before insert or update or delete on appointment
    for each row execute function appointment_takes_time();
