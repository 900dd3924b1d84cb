-- Secret addresses at which calendar programs read appointments: of a colleague, of a branch, or of one customer. Only
-- a digest of the secret is kept; whoever takes an address back deletes its row.
create table calendar_feed (
    business_id uuid not null,
    id          uuid not null,
    staff_id    uuid,
    branch_id   uuid,
    customer_id uuid,
    secret_hash bytea not null,
    created_by  uuid,
    created_via text not null,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    check (num_nonnulls(staff_id, branch_id, customer_id) = 1),
    foreign key (business_id, staff_id) references staff (business_id, id),
    foreign key (business_id, branch_id) references branch (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index calendar_feed_secret on calendar_feed (secret_hash);
create index on calendar_feed (business_id, customer_id) where customer_id is not null;
call tenant_table('calendar_feed', 'customer_id', 'secret_hash');

-- Across businesses, as whoever holds the address belongs to none. What a colleague handed out ends when they leave.
create function find_calendar_feed(hash bytea)
    returns table (business_id uuid, feed_id uuid)
    language sql stable security definer set search_path = public, pg_temp as $$
    select f.business_id, f.id from calendar_feed f
    left join staff s on s.business_id = f.business_id and s.id = f.created_by
    where f.secret_hash = hash and s.deactivated_at is null
$$;
