-- While records are merged or parted, rows move, go and come back by themselves. The log keeps each under its cause, so that
-- it can be undone, but in no customer's history: that tells of the merge as a whole. `app.moving` says when.
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
    insert into change (business_id, actor, source, cause, entity, row_id, customer_id, operation, before)
    values (old.business_id, actor, source, cause, tg_table_name, old.id, concern, lower(tg_op), earlier);
    return null;
end
$$;

create or replace function log_inserts() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    actor  uuid := nullif(current_setting('app.actor', true), '')::uuid;
    source text := coalesce(nullif(current_setting('app.source', true), ''), 'job');
    cause  uuid := nullif(current_setting('app.cause', true), '')::uuid;
    concern text := case when current_setting('app.moving', true) = 'on' then '' else tg_argv[0] end;
begin
    case concern
        when 'customer_id' then
            insert into change (business_id, actor, source, cause, entity, row_id, customer_id, operation)
            select business_id, actor, source, cause, tg_table_name, id, customer_id, 'insert' from added;
        when 'id' then
            insert into change (business_id, actor, source, cause, entity, row_id, customer_id, operation)
            select business_id, actor, source, cause, tg_table_name, id, id, 'insert' from added;
        else
            insert into change (business_id, actor, source, cause, entity, row_id, operation)
            select business_id, actor, source, cause, tg_table_name, id, 'insert' from added;
    end case;
    return null;
end
$$;
