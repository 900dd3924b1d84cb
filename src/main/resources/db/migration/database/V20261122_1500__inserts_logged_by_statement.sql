-- Inserts are told to the change log once for each statement: row by row an import runs the trigger millions of times.

-- Argument of the trigger: the column that names the customer ('' for none).
create function log_inserts() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    actor  uuid := nullif(current_setting('app.actor', true), '')::uuid;
    source text := coalesce(nullif(current_setting('app.source', true), ''), 'job');
    cause  uuid := nullif(current_setting('app.cause', true), '')::uuid;
begin
    case tg_argv[0]
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

-- Puts a table under the change log; the arguments are those of log_change.
create procedure log_changes_of(target regclass, arguments text[])
    language plpgsql as $$
begin
    execute format(
        'create trigger change_log after update or delete on %s for each row execute function log_change(%s)',
        target, (select string_agg(quote_literal(argument), ', ') from unnest(arguments) argument));
    execute format(
        'create trigger change_log_insert after insert on %s referencing new table as added for each statement execute function log_inserts(%L)',
        target, arguments[1]);
end
$$;

create or replace procedure tenant_table(target regclass, customer_column text default '', variadic hidden text[] default '{}')
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format(
        'create policy own_business on %s using (business_id = nullif(current_setting(''app.business_id'', true), '''')::uuid)',
        target);
    call log_changes_of(target, array[customer_column] || hidden);
end
$$;

do $$
declare
    present record;
begin
    -- a trigger keeps its arguments one behind the other, each ended by a zero byte
    for present in
        select t.tgrelid::regclass target,
               string_to_array(rtrim(encode(t.tgargs, 'escape'), '\000'), '\000') arguments,
               t.tgnargs
        from pg_trigger t where t.tgname = 'change_log'
    loop
        execute format('drop trigger change_log on %s', present.target);
        call log_changes_of(present.target,
            case when present.arguments[1] is null then array[''] else present.arguments end);
    end loop;
end
$$;
