-- The row as it stands now was read by a statement put together, and so planned, at each call: most of what a list of
-- changes cost. Now the function has a branch for every table under the change log, whose plans are kept.
create procedure write_current_row_of()
    language plpgsql as $$
begin
    execute format($function$
        create or replace function current_row_of(entity text, business uuid, row_id uuid) returns jsonb
            language plpgsql stable as $body$
        begin
            case entity
            %s
            else return null;
            end case;
        end
        $body$
        $function$,
        (select string_agg(
            format(
                'when %1$L then return (select to_jsonb(t) from %1$I t where t.business_id = current_row_of.business and t.id = current_row_of.row_id);',
                c.relname),
            e'\n' order by c.relname)
         from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'change_log'));
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
    call write_current_row_of();
end
$$;

call write_current_row_of();

-- As before, with less work: of several later changes of a column the first is put in last, and stays.
create or replace function row_after(entity text, business uuid, row_id uuid, change_id bigint) returns jsonb
    language sql stable as $$
    select coalesce(current_row_of(entity, business, row_id), '{}') || coalesce(
        (select jsonb_object_agg(f.key, f.value order by n.id desc)
         from change n cross join jsonb_each(n.before) f
         where n.business_id = business and n.row_id = row_after.row_id and n.id > change_id and n.before is not null),
        '{}')
$$;
