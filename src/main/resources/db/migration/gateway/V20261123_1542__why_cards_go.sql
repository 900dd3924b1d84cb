-- Who took a card off file, and why.
alter table customer_card add column removed_by uuid;
alter table customer_card add column removed_reason text;
alter table customer_card add constraint customer_card_removed
    check (removed_at is not null or removed_by is null and removed_reason is null);
