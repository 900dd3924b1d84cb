alter table saved_view add column pinned boolean not null default true;
alter table saved_view add column created_by uuid;
alter table saved_view add column updated_at timestamptz not null default now();
-- kept for a day, for whoever deleted it by mistake
alter table saved_view add column deleted_at timestamptz;

-- One thing done to many customers: those named, or all that a list's query finds. `last_id` tells how far it came;
-- `choice_id` is the tag or status, which may be gone by now.
create table bulk_change (
    business_id uuid not null references business (business_id),
    id          uuid not null,
    action      text not null check (action in ('tag', 'untag', 'status', 'deactivate', 'reactivate')),
    choice_id   uuid,
    ids         uuid[],
    query       text,
    state       text not null check (state in ('running', 'done', 'undoing', 'undone')),
    total       int not null,
    done        int not null default 0,
    undone      int not null default 0,
    failed      int not null default 0,
    failures    jsonb not null default '[]',
    last_id     uuid,
    created_by  uuid,
    created_at  timestamptz not null default now(),
    finished_at timestamptz,
    primary key (business_id, id),
    check ((ids is null) <> (query is null))
);
call tenant_table('bulk_change', '', 'ids', 'query', 'done', 'undone', 'failed', 'failures', 'last_id', 'finished_at');
