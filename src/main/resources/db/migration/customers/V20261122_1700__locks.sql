-- A locked record: since when, by whom and why. Only those who may lock change its details.
alter table customer add column locked_at timestamptz;
alter table customer add column locked_by uuid;
alter table customer add column locked_reason text;
alter table customer add constraint customer_lock_has_reason check ((locked_at is null) = (locked_reason is null));
create index customer_locked on customer (business_id, sort_name, id) where locked_at is not null;
