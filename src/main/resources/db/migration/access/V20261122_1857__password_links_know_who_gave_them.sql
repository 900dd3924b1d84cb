-- A link to choose a password is handed out by one business. It must be worth nothing once that colleague left, or
-- once the account works in another business, too: whoever kept it would get in there.
alter table sign_in_link add kind text not null default 'join' check (kind in ('password', 'join'));
update sign_in_link set kind = 'password', used_at = coalesce(used_at, now()) where staff_id is null;
alter table sign_in_link alter kind drop default;

create or replace function find_invitation(hash bytea)
    returns table (account_id uuid, email text, business_id uuid, staff_id uuid, business_name text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select l.account_id, a.email, l.business_id, l.staff_id, b.name
    from sign_in_link l
    join account a on a.id = l.account_id
    join staff f on f.business_id = l.business_id and f.id = l.staff_id and f.deactivated_at is null
    join business b on b.business_id = l.business_id
    where l.token_hash = hash and l.kind = 'join' and l.used_at is null and l.expires_at > now()
$$;
