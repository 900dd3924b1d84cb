-- What invoices need beyond the name. Whoever has a reason is exempt.
alter table customer
    add column tax_company text,
    add column tax_number text,
    add column tax_exempt_reason text;
create index customer_tax_exempt on customer (business_id, sort_name, id) where tax_exempt_reason is not null;
