-- An address can be on the team of a business only once, joined or not.
create unique index staff_email on staff (business_id, email);

-- A link may also invite somebody who has an account already: nobody but the account's holder can make it a colleague.
alter table sign_in_link
    add business_id uuid,
    add staff_id    uuid,
    add foreign key (business_id, staff_id) references staff (business_id, id) on delete cascade,
    add check ((business_id is null) = (staff_id is null));
create index sign_in_link_of_account on sign_in_link (account_id);

create function find_invitation(hash bytea)
    returns table (account_id uuid, email text, business_id uuid, staff_id uuid, business_name text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select l.account_id, a.email, l.business_id, l.staff_id, b.name
    from sign_in_link l
    join account a on a.id = l.account_id
    join staff f on f.business_id = l.business_id and f.id = l.staff_id and f.deactivated_at is null
    join business b on b.business_id = l.business_id
    where l.token_hash = hash and l.used_at is null and l.expires_at > now()
$$;

-- Whether some other business has this account on its team, in use or not.
create function works_elsewhere(account uuid, business uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from staff f where f.account_id = account and f.business_id <> business)
$$;
