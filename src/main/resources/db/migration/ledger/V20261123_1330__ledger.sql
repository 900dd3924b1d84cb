-- Value that is kept for somebody: what it is, whose, and how much of it there is. The unit is a currency, or pieces where
-- visits or points are counted. Nobody writes a balance: the entries' trigger does.
create table ledger_account (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    kind        text not null check (kind in ('account_credit', 'gift_card', 'points', 'package')),
    customer_id uuid,
    unit        text not null check (unit ~ '^[A-Z]{3}$' or unit = 'count'),
    balance     bigint not null default 0 check (balance >= 0),
    entries     int not null default 0, -- how many there are: the number of the last one
    head        text not null default '', -- the hash of the last one
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
-- not unique: of two records that merged, each brings its own
create index on ledger_account (business_id, customer_id, kind) where customer_id is not null;
call tenant_table('ledger_account', 'customer_id', 'balance', 'entries', 'head');

-- What came in at once, with its last day. It bears the id of the entry that brought it.
create table ledger_lot (
    business_id uuid not null,
    id          uuid not null,
    account_id  uuid not null,
    amount      bigint not null check (amount > 0),
    remaining   bigint not null check (remaining between 0 and amount),
    expires_on  date, -- the last day on which it may be spent
    primary key (business_id, id),
    foreign key (business_id, account_id) references ledger_account (business_id, id)
);
create index on ledger_lot (business_id, account_id, expires_on, id) where remaining > 0;
create index on ledger_lot (business_id, expires_on) where remaining > 0 and expires_on is not null;
alter table ledger_lot enable row level security;
create policy own_business on ledger_lot
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- What happened to it. Each says what the one before it hashed to, so that none can be changed, taken out or put between
-- without all later ones telling.
create table ledger_entry (
    business_id uuid not null,
    id          uuid not null,
    account_id  uuid not null,
    customer_id uuid,
    sequence    int not null,
    lot_id      uuid not null,
    kind        text not null check (kind in ('add', 'spend', 'give_back', 'take_back', 'expire', 'extend')),
    amount      bigint not null,
    expires_on  date, -- of what is added or extended
    counters    uuid, -- the entry some of which is undone
    payment_id  uuid, -- the payment it was spent by, or the refund that brought it
    reason      text,
    submission_id uuid,  -- of the form it came with: sent twice, it is written once
    at          timestamptz not null,
    created_by  uuid,
    created_via text not null,
    previous    text not null,
    hash        text not null,
    primary key (business_id, id),
    unique (business_id, account_id, sequence),
    foreign key (business_id, account_id) references ledger_account (business_id, id),
    foreign key (business_id, lot_id) references ledger_lot (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, counters) references ledger_entry (business_id, id),
    check (case kind when 'add' then amount > 0 and lot_id = id
                     when 'give_back' then amount > 0 and counters is not null
                     when 'take_back' then amount < 0 and counters is not null
                     when 'extend' then amount = 0
                     else amount < 0 end)
);
create unique index on ledger_entry (business_id, submission_id) where submission_id is not null;
create index on ledger_entry (business_id, customer_id, id desc) where customer_id is not null;
create index on ledger_entry (business_id, counters) where counters is not null;
create index on ledger_entry (business_id, payment_id) where payment_id is not null;
create index on ledger_entry (business_id, lot_id);
call tenant_table('ledger_entry', 'customer_id', 'sequence', 'previous', 'hash');

-- All that an entry says but for whose it is, which moves when records merge, and the words about it, which go when
-- somebody is erased.
create function ledger_hash(e ledger_entry) returns text
    language sql immutable as $$
    select encode(sha256(convert_to(concat_ws('|', e.previous, e.business_id, e.account_id, e.sequence, e.id, e.lot_id, e.kind, e.amount,
        coalesce(to_char(e.expires_on, 'YYYY-MM-DD'), '-'), coalesce(e.counters::text, '-'), coalesce(e.payment_id::text, '-'),
        (extract(epoch from e.at) * 1000000)::bigint, coalesce(e.created_by::text, '-'), e.created_via), 'UTF8')), 'hex')
$$;

-- What the first entry of an account follows on.
create function ledger_beginning(a ledger_account) returns text
    language sql immutable as $$
    select encode(sha256(convert_to(concat_ws('|', a.business_id, a.id, a.kind, a.unit), 'UTF8')), 'hex')
$$;

-- Whoever posts queues at the account. What is left of a lot and the balance are its doing alone: the application may
-- write neither.
create function post_ledger_entry() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    account ledger_account;
    undone  ledger_entry;
begin
    select * into account from ledger_account a where a.business_id = new.business_id and a.id = new.account_id for update;
    if not found then
        raise exception 'ledger_account_unknown' using errcode = 'RF409';
    end if;
    if new.counters is not null then
        select * into undone from ledger_entry e
        where e.business_id = new.business_id and e.id = new.counters and e.account_id = new.account_id;
        if undone.id is null
                or (case new.kind when 'give_back' then undone.kind not in ('spend', 'expire')
                        when 'take_back' then undone.lot_id <> undone.id or new.lot_id <> undone.id
                        else true end)
                or abs(undone.amount) < abs(new.amount) + (
                    select coalesce(sum(abs(e.amount)), 0) from ledger_entry e
                    where e.business_id = new.business_id and e.counters = new.counters) then
            raise exception 'ledger_counters_too_much' using errcode = 'RF409';
        end if;
    end if;
    new.customer_id := account.customer_id;
    new.sequence := account.entries + 1;
    new.previous := case account.entries when 0 then ledger_beginning(account) else account.head end;
    new.hash := '';
    new.hash := ledger_hash(new);
    if account.balance + new.amount < 0 then
        raise exception 'ledger_overspent' using errcode = 'RF409';
    end if;
    update ledger_account a set balance = a.balance + new.amount, entries = new.sequence, head = new.hash
    where a.business_id = new.business_id and a.id = new.account_id;
    if new.lot_id = new.id and new.amount > 0 then
        insert into ledger_lot (business_id, id, account_id, amount, remaining, expires_on)
        values (new.business_id, new.id, new.account_id, new.amount, new.amount, new.expires_on);
        return new;
    end if;
    update ledger_lot l set remaining = l.remaining + new.amount,
        expires_on = case new.kind when 'extend' then new.expires_on else l.expires_on end
    where l.business_id = new.business_id and l.id = new.lot_id and l.account_id = new.account_id
        and l.remaining + new.amount between 0 and l.amount;
    if not found then
        raise exception 'ledger_overspent' using errcode = 'RF409';
    end if;
    return new;
end
$$;
create trigger posts before insert on ledger_entry for each row execute function post_ledger_entry();

create trigger facts before update or delete on ledger_entry for each row execute function refuse_change_of_facts();
create trigger facts before delete on ledger_account for each row execute function refuse_change_of_facts();
revoke insert, update, delete on ledger_lot from ${app_role};
-- may be asked for where a record is taken away, which then fails if it has any: the triggers refuse it
revoke update on ledger_entry from ${app_role};
grant update (customer_id, reason) on ledger_entry to ${app_role};
revoke insert, update on ledger_account from ${app_role};
grant insert (business_id, id, kind, customer_id, unit), update (customer_id) on ledger_account to ${app_role};

-- Across businesses, as the job has no caller.
create function businesses_with_lots_past(today date) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct business_id from ledger_lot where remaining > 0 and expires_on < today
$$;

-- As in businesses that begin today.
update role set permissions = permissions || 'value.edit'::text, version = version + 1, updated_at = now()
where standard in ('owner', 'manager') and permissions <> '{}' and not 'value.edit' = any(permissions);

-- For the check of all books, which has no caller either.
create function all_businesses() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select business_id from business order by created_at, business_id
$$;
