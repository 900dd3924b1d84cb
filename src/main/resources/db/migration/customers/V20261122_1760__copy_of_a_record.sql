-- One person's whole record can be taken out too, when they ask what is known about them; that stands in its history.
alter table customer_export add column customer_id uuid;
alter table customer_export add foreign key (business_id, customer_id) references customer (business_id, id);
create index customer_export_of on customer_export (business_id, customer_id) where customer_id is not null;
alter table customer_export drop constraint customer_export_format_check;
alter table customer_export add check (format in ('csv', 'xlsx', 'zip') and (format = 'zip') = (customer_id is not null));
drop trigger change_log on customer_export;
drop trigger change_log_insert on customer_export;
call log_changes_of('customer_export', array['customer_id', 'customers']);
