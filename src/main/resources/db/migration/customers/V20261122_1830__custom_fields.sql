-- Fields a business defines itself. `key` names one for good, in the values below, in addresses and in the API.
-- options: [{"key": …, "label": …, "archived": false}], in their order. A deleted one stays: the history tells of it.
create table custom_field (
    business_id        uuid not null references business (business_id),
    id                 uuid not null,
    key                text not null collate "C" check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    label              text not null,
    type               text not null check (type in ('text', 'long_text', 'number', 'date', 'yes_no', 'choice', 'choices')),
    help               text,
    section            text,
    required           boolean not null default false,
    shown_in_portal    boolean not null default false,
    editable_in_portal boolean not null default false check (shown_in_portal or not editable_in_portal),
    options            jsonb not null default '[]',
    position           int not null default 0,
    archived_at        timestamptz,
    deleted_at         timestamptz,
    version            int not null default 1,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, key)
);
create unique index custom_field_label on custom_field (business_id, lower(label)) where deleted_at is null;
call tenant_table('custom_field');

-- Their values, by key: text and dates as text, numbers, true or false, keys of options, lists of such.
alter table customer add column custom jsonb not null default '{}';

-- A value as it is compared and sorted: folded text, a number of fixed width.
create function custom_key(value jsonb) returns text
    language sql stable as $$
    select case jsonb_typeof(value)
        when 'number' then to_char((value #>> '{}')::numeric + 1000000000000000, 'FM0000000000000000.000000')
        when 'string' then left(lower(unaccent(value #>> '{}')), 100)
        else value #>> '{}' end
$$;

-- Derived from customer.custom by triggers: what the list is narrowed and sorted by. The operators of jsonb are not
-- leakproof and cannot use an index under a policy; comparing text can.
create table custom_value (
    business_id uuid not null,
    customer_id uuid not null,
    field       text collate "C" not null,
    value       text collate "C" not null,
    primary key (business_id, customer_id, field, value)
);
create index custom_value_by_value on custom_value (business_id, field, value, customer_id);
alter table custom_value enable row level security;
create policy own_business on custom_value
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);
revoke insert, update, delete on custom_value from ${app_role};

-- The rows of one customer's values.
create function custom_values(custom jsonb) returns table (field text, value text)
    language sql stable as $$
    select distinct f.key, custom_key(v.value)
    from jsonb_each(custom) f
    cross join lateral jsonb_array_elements(
        case jsonb_typeof(f.value) when 'array' then f.value else jsonb_build_array(f.value) end) v(value)
$$;

create function keep_custom_values() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from custom_value where business_id = old.business_id and customer_id = old.id;
    if tg_op = 'UPDATE' then
        insert into custom_value (business_id, customer_id, field, value)
        select new.business_id, new.id, v.field, v.value from custom_values(new.custom) v;
    end if;
    return null;
end
$$;

-- Once for each statement: an import inserts thousands.
create function add_custom_values() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into custom_value (business_id, customer_id, field, value)
    select a.business_id, a.id, v.field, v.value
    from added a cross join lateral custom_values(a.custom) v
    where a.custom <> '{}';
    return null;
end
$$;
create trigger custom_values_inserted after insert on customer
    referencing new table as added for each statement execute function add_custom_values();
create trigger custom_values_updated after update of custom on customer
    for each row when (old.custom is distinct from new.custom) execute function keep_custom_values();
create trigger custom_values_deleted after delete on customer
    for each row when (old.custom <> '{}') execute function keep_custom_values();

-- In the change log each of them is a column of its own, `custom.<key>`: told, found and put back one by one.
create or replace function log_change() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    hidden  text[] := array['updated_at'] || tg_argv[1:];
    actor   uuid := nullif(current_setting('app.actor', true), '')::uuid;
    source  text := coalesce(nullif(current_setting('app.source', true), ''), 'job');
    cause   uuid := nullif(current_setting('app.cause', true), '')::uuid;
    concern uuid;
    earlier jsonb;
    later   jsonb;
begin
    if tg_op = 'INSERT' then
        if tg_argv[0] = 'customer_id' then
            concern := new.customer_id;
        elsif tg_argv[0] = 'id' then
            concern := new.id;
        end if;
        insert into change (business_id, actor, source, cause, entity, row_id, customer_id, operation)
        values (new.business_id, actor, source, cause, tg_table_name, new.id, concern, 'insert');
        return null;
    end if;
    earlier := to_jsonb(old) - hidden;
    if tg_op = 'UPDATE' then
        later := to_jsonb(new);
        if earlier -> 'custom' is distinct from later -> 'custom' then
            select (earlier - 'custom') || coalesce(jsonb_object_agg('custom.' || k.key, earlier -> 'custom' -> k.key), '{}'),
                   (later - 'custom') || coalesce(jsonb_object_agg('custom.' || k.key, later -> 'custom' -> k.key), '{}')
            into earlier, later
            from (select jsonb_object_keys(earlier -> 'custom') union select jsonb_object_keys(later -> 'custom')) k(key);
        end if;
        select jsonb_object_agg(o.key, o.value) into earlier
        from jsonb_each(earlier) o
        where o.value is distinct from later -> o.key;
        if earlier is null or earlier - 'version' = '{}' then
            return null;
        end if;
    end if;
    if tg_argv[0] = 'customer_id' then
        concern := old.customer_id;
    elsif tg_argv[0] = 'id' then
        concern := old.id;
    end if;
    insert into change (business_id, actor, source, cause, entity, row_id, customer_id, operation, before)
    values (old.business_id, actor, source, cause, tg_table_name, old.id, concern, lower(tg_op), earlier);
    return null;
end
$$;
