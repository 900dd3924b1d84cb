-- Whoever is in a class is elsewhere for an appointment, too. Both queue at the customer before they look, so that of two
-- at once the second sees the first. No class lasts longer than a day, which keeps the look short.
create function in_a_class(business uuid, customer uuid, begins timestamptz, ends timestamptz) returns boolean
    language sql stable as $$
    select exists (select from class_booking k where k.business_id = business and k.customer_id = customer and k.held
                   and k.starts_at < ends and k.starts_at > begins - interval '1 day' and k.ends_at > begins)
$$;

create or replace function appointment_takes_time() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from staff_time where business_id = old.business_id and id = old.id;
        return old;
    end if;
    if tg_op = 'INSERT' then
        if new.held then
            perform queue_for(array[new.customer_id], array[new.staff_id]);
            if not new.overlap_allowed and new.guest_name is null
                    and in_a_class(new.business_id, new.customer_id, new.starts_at, new.ends_at) then
                raise exception 'customer_double_booked' using errcode = 'RF409';
            end if;
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
        new.overlap_allowed := in_a_class(new.business_id, new.customer_id, new.starts_at, new.ends_at) or exists (
            select from appointment a where a.business_id = new.business_id and a.customer_id = new.customer_id and a.held
            and a.id <> new.id and tstzrange(a.starts_at, a.ends_at) && tstzrange(new.starts_at, new.ends_at));
    end if;
    -- with another colleague it stays where the customer had agreed to be
    if new.held and not new.overlap_allowed and new.guest_name is null
            and (new.held, new.starts_at, new.ends_at) is distinct from (old.held, old.starts_at, old.ends_at)
            and in_a_class(new.business_id, new.customer_id, new.starts_at, new.ends_at) then
        raise exception 'customer_double_booked' using errcode = 'RF409';
    end if;
    perform take_staff_time(new.id, new.business_id, new.staff_id, new.busy, new.held);
    return new;
end
$$;
