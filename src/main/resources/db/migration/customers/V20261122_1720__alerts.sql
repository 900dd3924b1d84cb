-- What nobody may overlook about a customer. Notes on allergies and conditions are alerts too, and stay notes.
create table alert (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    level       text not null check (level in ('red', 'yellow')),
    text        text not null,
    expires_on  date,
    ended_at    timestamptz,
    ended_by    uuid,
    created_by  uuid,
    created_via text not null,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index alert_of on alert (business_id, customer_id, id);
call tenant_table('alert', 'customer_id');

-- Who has read which red alert. `text_hash` is of the text they read: another text asks again, the same one does not.
create table alert_acknowledgement (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    alert_id    uuid not null,
    text_hash   text not null,
    created_by  uuid not null,
    created_at  timestamptz not null default now(),
    primary key (business_id, id),
    unique (business_id, alert_id, created_by, text_hash),
    foreign key (business_id, customer_id) references customer (business_id, id)
);
create index alert_acknowledgement_of on alert_acknowledgement (business_id, customer_id);
call tenant_table('alert_acknowledgement', 'customer_id');
