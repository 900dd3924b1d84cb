-- The page of the day shows whom bookings have made of late; few records come that way, whatever is imported besides.
create index customer_by_booking on customer (business_id, created_at) where created_via = 'booking';
