-- One word is looked for most: its plan is kept, where that for several is put together for as many as there are.
create or replace function customers_with_parts(patterns text[], in_names boolean, most int) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_temp
    set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off
    set plan_cache_mode = force_generic_plan as $$
declare
    business uuid := own_business();
    starting text := '% ' || ltrim(patterns[1], '% ');
begin
    if cardinality(patterns) = 1 and not in_names then
        return query
            with found as materialized (
                select t.text, t.customer_id from customer_text t
                where t.business_id = business and t.text like patterns[1] limit 300)
            select f.customer_id from found f
            order by f.text like starting desc, f.text, f.customer_id limit most;
        return;
    end if;
    return query execute format($query$
        with found as materialized (
            select t.text, t.customer_id from customer_text t
            where t.business_id = $1 and %s limit 300)
        select f.customer_id from found f
        order by f.text like $3 desc, f.text, f.customer_id limit $2
        $query$,
        (select string_agg(
            format(case when in_names then 't.text like %1$L and split_part(t.text, e''\t'', 1) like %1$L' else 't.text like %1$L' end, p),
            ' and ')
         from unnest(patterns) p))
    using business, most, starting;
end
$$;
