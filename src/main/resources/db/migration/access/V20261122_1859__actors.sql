-- Who can have done something, colleague or key, by the name they go by.
create view actor with (security_invoker = true) as
    select business_id, id, name from staff
    union all
    select business_id, id, name from api_key;
