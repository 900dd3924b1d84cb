-- The language of a business is read as it is written where the business is: English in Haarlem has a clock of 24 hours.
create or replace function find_session(hash bytea)
    returns table (session_id uuid, business_id uuid, staff_id uuid, account_id uuid, name text, email text, theme text,
                   shortcuts boolean, permissions text[], preferences jsonb, slug text, business_name text, zone text,
                   language text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.id, s.business_id, f.id, a.id, f.name, a.email, a.theme, a.shortcuts, r.permissions, f.preferences,
           b.slug, b.name, b.zone,
           coalesce(a.language, case when b.language like '%-%' then b.language else b.language || '-' || b.country end)
    from session s
    join account a on a.id = s.account_id
    join staff f on f.business_id = s.business_id and f.id = s.staff_id and f.deactivated_at is null
    join role r on r.business_id = f.business_id and r.id = f.role_id
    join business b on b.business_id = s.business_id
    where s.token_hash = hash and s.expires_at > now()
$$;
