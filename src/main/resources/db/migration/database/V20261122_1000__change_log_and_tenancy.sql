-- Extensions are "trusted": the database's owner may create them.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists unaccent;

-- What changed, written by triggers alone. `before` holds only the changed columns; an insert has none, for
-- the row itself is the record.
create table change (
    business_id uuid not null,
    id          bigint generated always as identity,
    at          timestamptz not null default now(),
    actor       uuid,
    source      text not null,
    cause       uuid,
    entity      text not null,
    row_id      uuid not null,
    customer_id uuid,
    operation   text not null check (operation in ('insert', 'update', 'delete')),
    before      jsonb,
    primary key (business_id, id)
);
create index change_by_customer on change (business_id, customer_id, id) where customer_id is not null;
create index change_by_row on change (business_id, row_id, id);
create index change_by_cause on change (business_id, cause, id) where cause is not null;

alter table change enable row level security;
create policy own_business on change
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);
revoke insert, update, delete on change from ${app_role};

-- Arguments of the trigger: the column that names the customer ('' for none), then columns to leave out.
create function log_change() returns trigger
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

-- Puts a table behind the tenant's wall and under the change log. To be called once for every tenant table.
create procedure tenant_table(target regclass, customer_column text default '', variadic hidden text[] default '{}')
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy own_business on %s using (business_id = nullif(current_setting(''app.business_id'', true), '''')::uuid)',
        target);
    execute format(
        'create trigger change_log after insert or update or delete on %s for each row execute function log_change(%s)',
        target,
        (select string_agg(quote_literal(argument), ', ') from unnest(array[customer_column] || hidden) argument));
end
$$;

-- The row as it stands now, for telling what a change led to. Runs with the caller's rights, so behind the wall.
create function current_row_of(entity text, business uuid, row_id uuid) returns jsonb
    language plpgsql stable as $$
declare
    found jsonb;
begin
    execute format('select to_jsonb(t) from %I t where t.business_id = $1 and t.id = $2', entity)
        into found using business, row_id;
    return found;
end
$$;

-- The row as it stood right after a change: as it is now (or was last), with what later changes replaced put back.
create function row_after(entity text, business uuid, row_id uuid, change_id bigint) returns jsonb
    language sql stable as $$
    select coalesce(current_row_of(entity, business, row_id), '{}') || coalesce(
        (select jsonb_object_agg(e.key, e.value)
         from (select distinct on (f.key) f.key, f.value
               from change n cross join jsonb_each(n.before) f
               where n.business_id = business and n.row_id = row_after.row_id and n.id > change_id and n.before is not null
               order by f.key, n.id) e),
        '{}')
$$;

-- Answers to requests that may be sent twice (Idempotency-Key); kept for a day.
create table idempotent_request (
    business_id  uuid not null,
    id           uuid not null,
    key          text not null,
    fingerprint  bytea not null,
    status       int not null,
    location     text,
    etag         text,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, key)
);
create index idempotent_request_age on idempotent_request (business_id, created_at);
alter table idempotent_request enable row level security;
create policy own_business on idempotent_request
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Across businesses, as housekeeping has no caller.
create function forget_idempotent_requests() returns bigint
    language sql security definer set search_path = public, pg_temp as $$
    with gone as (delete from idempotent_request where created_at < now() - interval '24 hours' returning 1)
    select count(*) from gone
$$;
