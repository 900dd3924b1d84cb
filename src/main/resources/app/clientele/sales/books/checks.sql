with chained as (
    select e.*, ledger_hash(e) reckoned, lag(e.hash) over (partition by e.account_id order by e.sequence) before,
           row_number() over (partition by e.account_id order by e.sequence) place
    from ledger_entry e where e.business_id = :business
),
summed as (
    select account_id, sum(amount) balance, count(*) entries, (array_agg(hash order by sequence desc))[1] head
    from ledger_entry where business_id = :business group by account_id
),
lots as (
    select lot_id, sum(amount) remaining, max(amount) filter (where id = lot_id) amount,
           (array_agg(expires_on order by sequence desc) filter (where id = lot_id or kind = 'extend'))[1] expires_on,
           (array_agg(account_id))[1] account_id
    from ledger_entry where business_id = :business group by lot_id
),
kept as (
    select i.id,
           coalesce((select sum(p.amount_minor) from payment p where p.business_id = :business and p.invoice_id = i.id
               and p.kind = 'payment' and p.state = 'taken'), 0) paid,
           coalesce((select sum(p.amount_minor) from payment p where p.business_id = :business and p.invoice_id = i.id
               and p.kind = 'refund' and p.state = 'taken'), 0) refunded,
           coalesce((select sum(p.amount_minor) from payment p where p.business_id = :business and p.invoice_id = i.id
               and p.kind = 'payment' and p.state in ('pending', 'unknown')), 0) pending,
           coalesce((select sum(n.amount_minor) from credit_note n where n.business_id = :business and n.invoice_id = i.id), 0) credited,
           (select sum(l.net_minor) from order_line l where l.business_id = :business and l.order_id = i.order_id) lines,
           (select sum((l ->> 'amount')::bigint) from jsonb_array_elements(i.document -> 'lines') l) written,
           coalesce((select sum((t ->> 'tax')::bigint) from jsonb_array_elements(i.document -> 'taxes') t), 0) tax,
           coalesce((select sum((t ->> 'amount')::bigint) from jsonb_array_elements(i.document -> 'tips') t), 0) tips,
           (i.document ->> 'subtotal')::bigint - (i.document ->> 'discount')::bigint sum
    from invoice i where i.business_id = :business
)
select 'ledger_entry' "table", e.id, 'hash' problem from chained e where e.hash <> e.reckoned
union all
select 'ledger_entry', e.id, 'chain' from chained e
join ledger_account a on a.business_id = :business and a.id = e.account_id
where e.previous <> coalesce(e.before, ledger_beginning(a)) or e.sequence <> e.place
union all
select 'ledger_entry', e.id, 'customer' from chained e
join ledger_account a on a.business_id = :business and a.id = e.account_id
where e.customer_id is distinct from a.customer_id
union all
select 'ledger_entry', e.id, 'lot' from chained e
left join ledger_lot l on l.business_id = :business and l.id = e.lot_id
where l.account_id is distinct from e.account_id
union all
select 'ledger_account', a.id, case when a.balance <> coalesce(s.balance, 0) then 'balance' else 'entries' end
from ledger_account a left join summed s on s.account_id = a.id
where a.business_id = :business
    and (a.balance <> coalesce(s.balance, 0) or a.entries <> coalesce(s.entries, 0) or a.head <> coalesce(s.head, ''))
union all
select 'ledger_lot', l.id, case when l.remaining is distinct from o.remaining then 'remaining' else 'facts' end
from ledger_lot l left join lots o on o.lot_id = l.id
where l.business_id = :business and (l.remaining is distinct from o.remaining or l.amount is distinct from o.amount
    or l.expires_on is distinct from o.expires_on or l.account_id is distinct from o.account_id)
union all
select 'payment', p.id, 'ledger' from payment p
where p.business_id = :business and p.kind = 'payment' and p.state = 'taken' and p.tender in ('account_credit', 'gift_card')
    and (p.amount_minor <> coalesce((select - sum(e.amount) from ledger_entry e
            where e.business_id = :business and e.payment_id = p.id and e.kind = 'spend'), 0)
        or coalesce((select sum(e.amount) from ledger_entry e
            where e.business_id = :business and e.payment_id = p.id and e.kind = 'give_back'), 0)
        <> coalesce((select sum(r.amount_minor) from payment r
            where r.business_id = :business and r.refund_of = p.id and r.tender = p.tender and r.state = 'taken'), 0))
union all
select 'payment', r.id, 'ledger' from payment r
join payment p on p.business_id = :business and p.id = r.refund_of and p.tender <> r.tender
where r.business_id = :business and r.tender = 'account_credit' and r.state = 'taken'
    and r.amount_minor <> coalesce((select sum(e.amount) from ledger_entry e
        where e.business_id = :business and e.payment_id = r.id and e.kind = 'add'), 0)
union all
select 'ledger_entry', e.id, 'payment' from chained e
join ledger_account a on a.business_id = :business and a.id = e.account_id
where e.payment_id is not null and case a.kind
    when 'points' then not exists (select from invoice i where i.business_id = :business and i.id = e.payment_id)
        and not exists (select from order_line l where l.business_id = :business and l.id = e.payment_id)
    else not exists (select from payment p where p.business_id = :business and p.id = e.payment_id) end
union all
select 'order_line', l.id, 'points' from order_line l
join invoice i on i.business_id = :business and i.order_id = l.order_id
where l.business_id = :business and l.price_source = 'points'
    and (l.units <> coalesce((select - sum(e.amount) from ledger_entry e
            where e.business_id = :business and e.payment_id = l.id and e.kind = 'spend'), 0)
        or case when l.held then 0 else l.units end <> coalesce((select sum(e.amount) from ledger_entry e
            where e.business_id = :business and e.payment_id = l.id and e.kind = 'give_back'), 0))
union all
select 'order_line', l.id, 'credits' from order_line l
join invoice i on i.business_id = :business and i.order_id = l.order_id
where l.business_id = :business and l.price_source = 'credit' and l.held
    and l.units <> (select count(*) from credit_use u
        where u.business_id = :business and u.order_line_id = l.id and u.undone_at is null)
union all
select 'gift_card', g.id, 'value' from gift_card g
where g.business_id = :business and (g.activated_at is not null) <> exists (select from ledger_entry e
    where e.business_id = :business and e.id = g.id and e.account_id = g.id and e.kind = 'add' and e.amount = g.value_minor)
union all
select 'invoice', i.id, case when (i.paid_minor, i.refunded_minor, i.pending_minor) <> (k.paid, k.refunded, k.pending) then 'payments'
    when i.credited_minor <> k.credited then 'credit_notes' when i.tax_minor <> k.tax then 'taxes'
    when i.tip_minor <> k.tips then 'tips' else 'lines' end
from invoice i join kept k on k.id = i.id
where i.business_id = :business and ((i.paid_minor, i.refunded_minor, i.pending_minor) <> (k.paid, k.refunded, k.pending) or i.credited_minor <> k.credited
    or i.tax_minor <> k.tax or i.tip_minor <> k.tips or k.lines is distinct from k.sum or k.written is distinct from k.sum)
limit :most
