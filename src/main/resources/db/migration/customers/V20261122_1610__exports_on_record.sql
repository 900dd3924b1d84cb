-- Who took customers out as a file: written before the first of them goes. `query` holds the list's filters and is absent
-- when some were picked by hand; `customers` is absent while the file is written, and for good when the server stopped meanwhile.
create table customer_export (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    format      text not null check (format in ('csv', 'xlsx')),
    query       text,
    contacts    boolean not null,
    created_by  uuid,
    created_via text not null,
    created_at  timestamptz not null default now(),
    customers   int,
    primary key (business_id, id)
);
call tenant_table('customer_export', '', 'customers');
