-- What goes out to people, written in the transaction of the deed it tells of. It waits here until a channel takes it;
-- `because` says why it waits or will not go. `customer_id` is whom it is for, if a customer; `about_id` another one it names.
create table message (
    business_id uuid not null,
    id          uuid not null,
    customer_id uuid,
    about_id    uuid,
    channel     text not null check (channel in ('email')),
    address     text,
    purpose     text not null,
    written_in  text not null,
    subject     text,
    plain_text  text,
    html_text   text,
    state       text not null check (state in ('waiting', 'withdrawn')),
    because     text,
    created_by  uuid,
    created_via text not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    primary key (business_id, id),
    check (customer_id is distinct from about_id or customer_id is null),
    foreign key (business_id, customer_id) references customer (business_id, id),
    foreign key (business_id, about_id) references customer (business_id, id)
);
create index message_of on message (business_id, customer_id, id) where customer_id is not null;
create index message_about on message (business_id, about_id) where about_id is not null;
create index message_by_state on message (business_id, state, id);
call tenant_table('message', 'customer_id');
