-- Money on its way holds its place on the invoice: nothing else is taken for it until it is known what came of it.
alter table invoice add column pending_minor bigint not null default 0 check (pending_minor >= 0);
alter table invoice drop constraint overpaid;
alter table invoice add constraint overpaid
    check (paid_minor + pending_minor - refunded_minor <= total_minor - credited_minor - written_off_minor);
alter table invoice add constraint void_when_settled check (voided_at is null or pending_minor = 0);

drop trigger facts on invoice;
create trigger facts before update or delete on invoice for each row
    execute function refuse_change_of_facts('paid_minor', 'pending_minor', 'refunded_minor', 'credited_minor', 'written_off_minor',
        'voided_at', 'voided_by', 'void_reason');

create or replace function payment_counts() returns trigger
    language plpgsql as $$
declare
    held  boolean := tg_op = 'UPDATE' and old.state in ('pending', 'unknown');
    holds boolean := new.state in ('pending', 'unknown');
    comes boolean := new.state = 'taken' and (tg_op = 'INSERT' or old.state <> 'taken');
begin
    if held = holds and not comes then
        return null;
    end if;
    update invoice i set paid_minor = i.paid_minor + case when comes and new.kind = 'payment' then new.amount_minor else 0 end,
        refunded_minor = i.refunded_minor + case when comes and new.kind = 'refund' then new.amount_minor else 0 end,
        pending_minor = i.pending_minor + case when new.kind = 'payment' then (holds::int - held::int) * new.amount_minor else 0 end,
        version = i.version + 1, updated_at = now()
    where i.business_id = new.business_id and i.id = new.invoice_id;
    return null;
end
$$;
