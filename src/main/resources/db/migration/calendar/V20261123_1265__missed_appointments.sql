-- How often somebody did not come is asked for everybody of a day and at each booking, also of those who came ten thousand times.
create index appointment_missed on appointment (business_id, customer_id, starts_at) where status in ('no_show', 'late_cancelled');
