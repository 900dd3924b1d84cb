-- What is sold besides services, how it is taxed, and the business's own ways of being paid.

-- A tax by its name. The percentage may differ at single branches, as they may lie in other countries.
create table tax_rate (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    name        text not null,
    percent     numeric(7, 4) not null check (percent between 0 and 100),
    included    boolean not null, -- whether prices hold the tax already, or it comes on top
    usual       boolean not null default false, -- what nothing else is said of is taxed by it: services above all
    archived_at timestamptz,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    check (not usual or archived_at is null)
);
create unique index tax_rate_name on tax_rate (business_id, lower(name)) where archived_at is null;
create unique index tax_rate_usual on tax_rate (business_id) where usual;
call tenant_table('tax_rate');

create table tax_rate_branch (
    business_id uuid not null,
    id          uuid not null,
    tax_rate_id uuid not null,
    branch_id   uuid not null,
    percent     numeric(7, 4) not null check (percent between 0 and 100),
    primary key (business_id, id),
    unique (business_id, tax_rate_id, branch_id),
    foreign key (business_id, tax_rate_id) references tax_rate (business_id, id) on delete cascade,
    foreign key (business_id, branch_id) references branch (business_id, id)
);
call tenant_table('tax_rate_branch');

create table product (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    name        text not null,
    sku         text,
    barcode     text,
    category    text,
    price_minor bigint not null check (price_minor >= 0),
    currency    text not null check (currency ~ '^[A-Z]{3}$'),
    tax_rate_id uuid, -- the usual one when absent
    archived_at timestamptz,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, tax_rate_id) references tax_rate (business_id, id)
);
create unique index product_name on product (business_id, lower(name)) where archived_at is null;
create unique index product_sku on product (business_id, lower(sku)) where sku is not null and archived_at is null;
create unique index product_barcode on product (business_id, barcode) where barcode is not null and archived_at is null;
call tenant_table('product');

-- Further ways of being paid, by the business's own names.
create table own_tender (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    name        text not null,
    archived_at timestamptz,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id)
);
create unique index own_tender_name on own_tender (business_id, lower(name)) where archived_at is null;
call tenant_table('own_tender');

-- As in businesses that begin today.
update role set permissions = permissions || array['sale.view', 'sale.edit', 'sale.discount'], version = version + 1, updated_at = now()
where standard in ('owner', 'manager', 'front_desk') and permissions <> '{}' and not 'sale.view' = any(permissions);
update role set permissions = permissions || array['sale.price', 'sale.refund', 'sale.void', 'settings.sales'], version = version + 1, updated_at = now()
where standard in ('owner', 'manager') and permissions <> '{}' and not 'sale.price' = any(permissions);

-- What an invoice says of who issues it, beyond the branch's name and address.
create table sales_settings (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    legal_name  text,
    tax_number  text,
    footer      text,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id)
);
call tenant_table('sales_settings');
