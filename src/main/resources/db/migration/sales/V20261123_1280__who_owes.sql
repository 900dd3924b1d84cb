-- Whether somebody who owes money books online as anybody does, asks first, or not at all until it is paid.
alter table sales_settings add column owing_online text not null default 'allow' check (owing_online in ('allow', 'request', 'refuse'));
-- Asked at each booking; few invoices are open at a time.
create index invoice_owed on invoice (business_id, customer_id) where status in ('open', 'part_paid');
