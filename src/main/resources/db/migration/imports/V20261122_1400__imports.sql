create table import_batch (
    business_id  uuid not null,
    id           uuid not null,
    file_name    text not null,
    format       text not null,
    fingerprint  text not null,
    mapping      jsonb not null,
    date_order   text not null check (date_order in ('day_first', 'month_first')),
    on_duplicate text not null check (on_duplicate in ('skip', 'fill_blanks', 'overwrite')),
    dry_run      boolean not null,
    state        text not null check (state in ('ready', 'running', 'done', 'failed', 'undoing', 'undone')),
    problem      text,
    total_rows   int not null,
    last_row     int not null default 0,
    created      int not null default 0,
    updated      int not null default 0,
    unchanged    int not null default 0,
    skipped      int not null default 0,
    failed       int not null default 0,
    removed      int not null default 0,
    kept         int not null default 0,
    created_by   uuid,
    created_via  text not null,
    created_at   timestamptz not null default now(),
    started_at   timestamptz,
    finished_at  timestamptz,
    primary key (business_id, id)
);
call tenant_table('import_batch', '', 'last_row', 'created', 'updated', 'unchanged', 'skipped', 'failed', 'removed', 'kept');

-- What became of each row. The cells are kept only where something went wrong, for the file of errors.
create table import_row (
    business_id uuid not null,
    import_id   uuid not null,
    row         int not null,
    verdict     text not null check (verdict in ('create', 'update', 'unchanged', 'skip', 'error')),
    customer_id uuid,
    reasons     jsonb,
    cells       jsonb,
    undone      boolean not null default false,
    primary key (business_id, import_id, row),
    foreign key (business_id, import_id) references import_batch (business_id, id)
);
create index import_row_by_verdict on import_row (business_id, import_id, verdict, row);
create index import_row_of_customer on import_row (business_id, customer_id) where customer_id is not null;
alter table import_row enable row level security;
create policy own_business on import_row
    using (business_id = nullif(current_setting('app.business_id', true), '')::uuid);

-- Columns a person put in their places, for the next file with the same headers.
create table import_mapping (
    business_id uuid not null,
    id          uuid not null,
    fingerprint text not null,
    mapping     jsonb not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, fingerprint)
);
call tenant_table('import_mapping');
