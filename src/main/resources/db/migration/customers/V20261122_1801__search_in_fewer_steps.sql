-- The statements of the search functions were planned for the values at hand, which took longer than running them and
-- never led to another plan: now their plans are kept.

-- loads the extension's library: without it nobody but a superuser may name its settings
do $$ begin perform similarity('', ''); end $$;

create or replace function customers_named_like(pattern text, most int) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_temp
    set plan_cache_mode = force_generic_plan as $$
declare
    business uuid := own_business();
begin
    return query
        with alike as materialized (select n.business_id, n.word from name_word n where n.word like pattern),
        words as (select a.word from alike a where a.business_id = business order by a.word limit 100)
        select k.customer_id from words w
        cross join lateral (
            select k.key, k.customer_id from customer_key k
            where k.business_id = business and k.key >= w.word and k.key < w.word || '!'
            order by k.key, k.customer_id limit most) k
        limit most;
end
$$;

create or replace function words_like(misspelt text, most int) returns setof text
    language plpgsql stable security definer set search_path = public, pg_temp
    set pg_trgm.similarity_threshold = 0.25 set plan_cache_mode = force_generic_plan as $$
declare
    business uuid := own_business();
begin
    return query
        with alike as materialized (
            select n.business_id, n.word from name_word n where n.slips && one_letter_less(misspelt))
        select a.word from alike a where a.business_id = business limit most;
    if not found and length(misspelt) > 5 then
        return query
            with alike as materialized (select n.business_id, n.word from name_word n where n.word % misspelt)
            select a.word from alike a where a.business_id = business
            order by similarity(a.word, misspelt) desc, a.word limit most;
    end if;
end
$$;

-- As many as asked for of those whose text fits all patterns, where the first few thousand have as many; else nothing.
create function common_customers(patterns text[], most int) returns uuid[]
    language plpgsql stable security definer set search_path = public, pg_temp
    set plan_cache_mode = force_generic_plan as $$
declare
    business uuid := own_business();
    common   uuid[];
begin
    common := array(
        select t.customer_id from (
            select c.text, c.customer_id from customer_text c
            where c.business_id = business order by c.customer_id limit 3000) t
        where t.text like all(patterns) limit most);
    return case when cardinality(common) >= most then common end;
end
$$;

-- Customers whose text fits all patterns; none where customers are many and it is dispensable. Where customers are many, what many of them have is met among the first few
-- thousand, and only what few have is worth the index; 20,000 texts are looked through in about a millisecond.
create function customers_containing(patterns text[], in_names boolean, dispensable boolean, most int) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    are_many boolean := (select next >= 20000 from customer_number where business_id = own_business());
    common   uuid[];
    rare     uuid[];
begin
    if are_many and dispensable then
        return;
    end if;
    if are_many and not in_names then
        common := common_customers(patterns, most);
    end if;
    if common is null then
        rare := array(select customers_with_parts(patterns, in_names, most));
        if not are_many and not in_names and cardinality(rare) >= most then
            common := common_customers(patterns, most);
        end if;
    end if;
    return query select unnest(coalesce(common, rare));
end
$$;
