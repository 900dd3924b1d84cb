-- The latest of each kind without reading the others, for the timeline. What comes in with an import of many is left out: of a
-- new record the timeline says only that it was made, and an import has enough to write.
create index note_by_time on note (business_id, customer_id, created_at, id);
create index alert_by_time on alert (business_id, customer_id, created_at, id);
create index change_by_time on change (business_id, customer_id, entity, at, id)
    where entity in ('customer', 'customer_address', 'customer_tag') and (operation <> 'insert' or source <> 'import')
        and customer_id is not null;
create index change_of_lock on change (business_id, customer_id, at, id)
    where entity = 'customer' and operation = 'update' and jsonb_exists(before, 'locked_reason') and customer_id is not null;
