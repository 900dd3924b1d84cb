-- The latest of a customer without reading the others, for the timeline.
create index ledger_entry_by_time on ledger_entry (business_id, customer_id, at, id) where customer_id is not null;
create index change_of_gift_holder on change (business_id, customer_id, at, id)
    where entity = 'gift_card' and operation = 'update' and jsonb_exists(before, 'customer_id') and customer_id is not null;
