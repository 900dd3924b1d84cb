-- A record waits to be erased from when that is asked for until `erase_at`, and can be saved until then. An erased one
-- stays as a number with its dates, so that books may go on naming it; the application no longer sees it at all, as if
-- it were another business's.
alter table customer add column erase_at timestamptz;
alter table customer add column erased_at timestamptz;
alter table customer add constraint customer_erased_was_due check (erased_at is null or erase_at is not null);
create index customer_erasing on customer (business_id, sort_name, id) where erase_at is not null and erased_at is null;
create index customer_erased on customer (business_id, id) where erase_at is not null;
alter policy own_business on customer
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid and erased_at is null);

-- One asking to be forgotten, or forgotten by rule: who asked, when and why, when it is due, and what became of it.
-- `erased` and `kept` say how many rows of which table; the reason goes with the person.
create table customer_erasure (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    number      bigint not null,
    why         text not null check (why in ('person', 'retention')),
    reason      text,
    created_by  uuid,
    due_at      timestamptz not null,
    undone_at   timestamptz,
    undone_by   uuid,
    done_at     timestamptz,
    erased      jsonb not null default '{}',
    kept        jsonb not null default '{}',
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    check (undone_at is null or done_at is null),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index customer_erasure_of on customer_erasure (business_id, customer_id);
create index customer_erasure_due on customer_erasure (due_at) where undone_at is null and done_at is null;
call tenant_table('customer_erasure', 'customer_id', 'erased', 'kept', 'due_at');

-- How a business forgets: days in which an erasure can be undone, and after how many years without a sign of somebody
-- they are forgotten by themselves, told so many days before.
create table erasure_rule (
    business_id     uuid not null references business (business_id),
    id              uuid not null,
    grace_days      int not null default 30 check (grace_days between 0 and 365),
    retention_years int check (retention_years between 1 and 100),
    notice_days     int not null default 30 check (notice_days between 1 and 365),
    version         int not null default 1,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id)
);
call tenant_table('erasure_rule');

-- Somebody not seen for so long that the rule will forget them, unless a person says until when to keep them.
create table retention_notice (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    due_on      date not null,
    kept_until  date,
    kept_by     uuid,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, customer_id),
    foreign key (business_id, customer_id) references customer (business_id, id) on delete cascade
);
call tenant_table('retention_notice', 'customer_id', 'kept_by');

-- While a record is erased nothing is logged of what stood there: `app.erasing` says when. With 'others' it is the rows
-- of other customers that are changed, which no longer name the one who goes, and the log tells of it as ever.
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
    if current_setting('app.moving', true) = 'on' then
        concern := null;
    elsif tg_argv[0] = 'customer_id' then
        concern := old.customer_id;
    elsif tg_argv[0] = 'id' then
        concern := old.id;
    end if;
    if current_setting('app.erasing', true) = 'on' then
        earlier := null;
    end if;
    insert into change (business_id, actor, source, cause, entity, row_id, customer_id, operation, before)
    values (old.business_id, actor, source, cause, tg_table_name, old.id, concern, lower(tg_op), earlier);
    return null;
end
$$;

-- Nothing is written to a record that waits to be erased, nor hung on it, nor to one that is; whichever way it comes,
-- and also when it began before. 'RF409' and 'RF404' become the application's refusals, by the name in the message.
create function refuse_writes_while_erasing() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    erased boolean;
begin
    if coalesce(current_setting('app.erasing', true), '') <> '' or current_setting('app.moving', true) = 'on' then
        return null;
    end if;
    select bool_or(c.erased_at is not null) into erased
    from touched t join customer c on c.business_id = t.business_id and c.id = t.customer_id
    where c.erase_at is not null;
    if erased then
        raise exception using errcode = 'RF404', message = 'customer';
    elsif not erased then
        raise exception using errcode = 'RF409', message = 'erasure_waits';
    end if;
    return null;
end
$$;

create function refuse_changes_while_erasing() returns trigger
    language plpgsql as $$
begin
    if coalesce(current_setting('app.erasing', true), '') <> '' then
        return coalesce(new, old);
    end if;
    raise exception using errcode = 'RF409', message = 'erasure_waits';
end
$$;
create trigger erasing_update before update on customer for each row
    when (old.erase_at is not null and new.erase_at is not distinct from old.erase_at)
    execute function refuse_changes_while_erasing();
create trigger erasing_delete before delete on customer for each row
    when (old.erase_at is not null) execute function refuse_changes_while_erasing();

-- What tells of the erasing itself is written all the while, and a copy of the record may still be taken out.
create procedure refuse_while_erasing(target regclass)
    language plpgsql as $$
begin
    if target::text in ('customer_erasure', 'customer_export', 'retention_notice') or not exists (
        select from pg_attribute where attrelid = target and attname = 'customer_id' and not attisdropped)
    then
        return;
    end if;
    execute format(
        'create trigger erasing_insert after insert on %s referencing new table as touched for each statement execute function refuse_writes_while_erasing()',
        target);
    execute format(
        'create trigger erasing_update after update on %s referencing old table as touched for each statement execute function refuse_writes_while_erasing()',
        target);
    execute format(
        'create trigger erasing_delete after delete on %s referencing old table as touched for each statement execute function refuse_writes_while_erasing()',
        target);
end
$$;

create or replace procedure log_changes_of(target regclass, arguments text[])
    language plpgsql as $$
begin
    execute format(
        'create trigger change_log after update or delete on %s for each row execute function log_change(%s)',
        target, (select string_agg(quote_literal(argument), ', ') from unnest(arguments) argument));
    execute format(
        'create trigger change_log_insert after insert on %s referencing new table as added for each statement execute function log_inserts(%L)',
        target, arguments[1]);
    call refuse_while_erasing(target);
    call write_current_row_of();
end
$$;

do $$
declare
    target regclass;
begin
    for target in
        select t.tgrelid::regclass from pg_trigger t where t.tgname = 'change_log'
    loop
        call refuse_while_erasing(target);
    end loop;
end
$$;

-- The end of an erasure that is due: takes what stood there before out of the log, of the record itself, of those merged
-- into it, of what hung on them, and of other rows that named the person; then the record is gone from sight. Changes of
-- a record that had the person's data for a while, until a merge was undone, lose what they say, too.
create function erase_customer(erasure uuid, naming uuid[]) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    due     customer_erasure;
    ids     uuid[];
    merges  uuid[];
    apart   record;
    blanked int;
    more    int;
begin
    select * into due from customer_erasure e
    where e.business_id = own_business() and e.id = erasure and e.undone_at is null and e.done_at is null and e.due_at <= now()
    for update;
    if not found then
        raise exception using errcode = 'RF409', message = 'erasure_not_due';
    end if;
    ids := due.customer_id || array(
        select a.id from customer_alias a where a.business_id = due.business_id and a.customer_id = due.customer_id);
    merges := array(
        select m.id from customer_merge m
        where m.business_id = due.business_id and (m.customer_id = any(ids) or m.from_id = any(ids)));
    update change set before = null
    where business_id = due.business_id and customer_id = any(ids) and before is not null;
    get diagnostics blanked = row_count;
    update change set before = null
    where business_id = due.business_id and row_id = any(ids || naming) and before is not null
        and (row_id = any(ids) or entity <> 'customer');
    get diagnostics more = row_count;
    blanked := blanked + more;
    update change set before = null
    where business_id = due.business_id and cause = any(merges) and before is not null and customer_id is null;
    get diagnostics more = row_count;
    blanked := blanked + more;
    for apart in
        select m.customer_id, m.created_at, m.undone_at from customer_merge m
        where m.business_id = due.business_id and m.from_id = any(ids) and m.undone_at is not null
    loop
        update change set before = null
        where business_id = due.business_id and customer_id = apart.customer_id and before is not null
            and at >= apart.created_at and at <= apart.undone_at;
        get diagnostics more = row_count;
        blanked := blanked + more;
    end loop;
    update customer set erased_at = now(), version = version + 1, updated_at = now()
    where business_id = due.business_id and id = due.customer_id;
    return blanked;
end
$$;

-- Across businesses, as the jobs have no caller.
create function businesses_with_erasures_due() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct business_id from customer_erasure where undone_at is null and done_at is null and due_at <= now()
$$;
create function businesses_that_forget() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select business_id from erasure_rule where retention_years is not null
    union
    select business_id from retention_notice
$$;
