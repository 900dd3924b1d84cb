-- Who looks for free times asks what takes a colleague in some weeks. Operators on ranges may not look at rows before the
-- policy has, so under one they use no index; plain numbers do: seconds since 1970, rounded outwards. As nothing overlaps,
-- both ends have the same order.
alter table staff_time
    add column begins bigint not null generated always as (floor(extract(epoch from lower(busy) at time zone 'UTC'))::bigint) stored,
    add column ends bigint not null generated always as (ceil(extract(epoch from upper(busy) at time zone 'UTC'))::bigint) stored;
create index on staff_time (business_id, staff_id, begins) include (ends, id);

create index on dated_hours (business_id, branch_id, day);
