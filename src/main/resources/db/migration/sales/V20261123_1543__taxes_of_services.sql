-- A service may be taxed otherwise than most, as products may: by the usual tax when absent.
alter table service add column tax_rate_id uuid;
alter table service add foreign key (business_id, tax_rate_id) references tax_rate (business_id, id);
create index on service (business_id, tax_rate_id) where tax_rate_id is not null;
