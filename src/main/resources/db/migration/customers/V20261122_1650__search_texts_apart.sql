-- Derived: all that a customer may be found by, in one text, for looking for parts. It stands apart from the keys, whose
-- index would otherwise carry it too.
create table customer_text (
    business_id uuid not null,
    customer_id uuid not null,
    text        text collate "C" not null,
    primary key (business_id, customer_id)
);
alter table customer_text enable row level security;
create policy own_business on customer_text
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

insert into customer_text (business_id, customer_id, text)
select business_id, customer_id, key from customer_key where kind = 't' on conflict do nothing;

-- Numbers are found in the customers themselves.
drop index customer_key_text;
delete from customer_key where kind in ('t', '#');

-- Phones are also found by their last digits: read backwards they are first ones. Nothing else begins with the sign.
insert into customer_key (business_id, key, kind, customer_id)
select business_id, '<' || reverse(key), 'r', customer_id from customer_key where kind = 'p' on conflict do nothing;

-- New texts wait in a list until there are enough to sort in at once. With 4 MB instead of a half, and as much work_mem,
-- 40,000 of them took 50 µs each instead of 119.
create index customer_text_parts on customer_text using gin (business_id, text gin_trgm_ops)
    with (gin_pending_list_limit = 4096);

-- Customers whose text fits all patterns; where a word begins with the first before the others. No plan but that by
-- the trigram index is bearable, and misjudged patterns lead the planner elsewhere.
create or replace function customers_with_parts(patterns text[], in_names boolean, most int) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_temp
    set enable_seqscan = off set enable_indexscan = off set enable_indexonlyscan = off as $$
begin
    return query execute format($query$
        with found as materialized (
            select t.text, t.customer_id from customer_text t
            where t.business_id = $1 and %s limit 300)
        select f.customer_id from found f
        order by f.text like %L desc, f.text, f.customer_id limit $2
        $query$,
        (select string_agg(
            format(case when in_names then 't.text like %1$L and split_part(t.text, e''\t'', 1) like %1$L' else 't.text like %1$L' end, p),
            ' and ')
         from unnest(patterns) p),
        '% ' || ltrim(patterns[1], '% '))
    using own_business(), most;
end
$$;

-- Without the business in them: walking through all rows of a large business for every search costs more than the few
-- words of others.
drop index name_word_parts, name_word_slips;
create index name_word_parts on name_word using gin (word gin_trgm_ops);
create index name_word_slips on name_word using gin (slips);

-- Customers with a word in their names that fits a pattern.
create or replace function customers_named_like(pattern text, most int) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query execute $query$
        with alike as materialized (select business_id, word from name_word where word like $2),
        words as (select word from alike where business_id = $1 order by word limit 100)
        select k.customer_id from words w
        cross join lateral (
            select k.key, k.customer_id from customer_key k
            where k.business_id = $1 and k.key >= w.word and k.key < w.word || '!'
            order by k.key, k.customer_id limit $3) k
        limit $3
        $query$ using own_business(), pattern, most;
end
$$;

-- Words of names that one may have meant: a slip apart, else of much the same letters.
create or replace function words_like(misspelt text, most int) returns setof text
    language plpgsql stable security definer set search_path = public, pg_temp
    set pg_trgm.similarity_threshold = 0.25 as $$
begin
    return query execute $query$
        with alike as materialized (select business_id, word from name_word where slips && $2)
        select word from alike where business_id = $1 limit $3
        $query$ using own_business(), one_letter_less(misspelt), most;
    if not found and length(misspelt) > 5 then
        return query execute $query$
            with alike as materialized (select business_id, word from name_word where word % $2)
            select word from alike where business_id = $1 order by similarity(word, $2) desc, word limit $3
            $query$ using own_business(), misspelt, most;
    end if;
end
$$;
