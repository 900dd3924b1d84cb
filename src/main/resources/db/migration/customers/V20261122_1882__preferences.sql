-- Where somebody likes to come, whom they like to be served by, the favourite first, and whom they must never be booked with.
-- preferred_staff: [{"staffId": …}]
-- barred_staff: [{"staffId": …, "reason": …}]
alter table customer
    add column preferred_branch_id uuid,
    add column preferred_staff jsonb not null default '[]',
    add column barred_staff jsonb not null default '[]',
    add foreign key (business_id, preferred_branch_id) references branch (business_id, id);
create index customer_by_branch on customer (business_id, preferred_branch_id, sort_name, id) where preferred_branch_id is not null;

-- Derived from both lists by triggers: what bookings ask and the list is narrowed by. Whom somebody is barred from has no rank.
-- The key keeps anybody from being both.
create table staff_preference (
    business_id uuid not null,
    customer_id uuid not null,
    staff_id    uuid not null,
    rank        smallint,
    primary key (business_id, customer_id, staff_id),
    foreign key (business_id, staff_id) references staff (business_id, id)
);
create index staff_preference_by_staff on staff_preference (business_id, staff_id, customer_id);
alter table staff_preference enable row level security;
create policy own_business on staff_preference
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);
revoke insert, update, delete on staff_preference from ${app_role};

-- The rows of one customer's lists.
create function staff_preferences(preferred jsonb, barred jsonb) returns table (staff_id uuid, rank smallint)
    language sql immutable as $$
    select (p.entry ->> 'staffId')::uuid, p.place::smallint
    from jsonb_array_elements(preferred) with ordinality p(entry, place)
    union all
    select (b.entry ->> 'staffId')::uuid, null from jsonb_array_elements(barred) b(entry)
$$;

create function keep_staff_preferences() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from staff_preference where business_id = old.business_id and customer_id = old.id;
    if tg_op = 'UPDATE' then
        insert into staff_preference (business_id, customer_id, staff_id, rank)
        select new.business_id, new.id, p.staff_id, p.rank from staff_preferences(new.preferred_staff, new.barred_staff) p;
    end if;
    return null;
end
$$;

-- Once for each statement: an import inserts thousands.
create function add_staff_preferences() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into staff_preference (business_id, customer_id, staff_id, rank)
    select a.business_id, a.id, p.staff_id, p.rank
    from added a cross join lateral staff_preferences(a.preferred_staff, a.barred_staff) p
    where a.preferred_staff <> '[]' or a.barred_staff <> '[]';
    return null;
end
$$;
create trigger staff_preferences_inserted after insert on customer
    referencing new table as added for each statement execute function add_staff_preferences();
create trigger staff_preferences_updated after update of preferred_staff, barred_staff on customer
    for each row when (old.preferred_staff is distinct from new.preferred_staff or old.barred_staff is distinct from new.barred_staff)
    execute function keep_staff_preferences();
create trigger staff_preferences_deleted after delete on customer
    for each row when (old.preferred_staff <> '[]' or old.barred_staff <> '[]') execute function keep_staff_preferences();
