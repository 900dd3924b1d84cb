-- The latest of a customer without reading the others, for the timeline.
create index message_by_time on message (business_id, customer_id, created_at, id) where customer_id is not null;
