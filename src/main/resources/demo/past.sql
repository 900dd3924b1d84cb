-- Spreads what the demo made in a moment over the two years before today: as the tables' owner, who may stop the change
-- log for it. The business and its time zone are in demo.business and demo.zone.
alter table customer disable trigger change_log;
alter table customer_address disable trigger change_log;
alter table customer_tag disable trigger change_log;
alter table customer_weight disable trigger change_log;
alter table note disable trigger change_log;
alter table alert disable trigger change_log;
alter table alert_acknowledgement disable trigger change_log;

-- A moment within opening hours on a day, always the same one for the same thing, and never still to come.
create function pg_temp.opened(day date, thing text) returns timestamptz language sql as $$
    select least(
        (day + time '09:00' + mod(abs(hashtext(thing)::bigint), 540) * interval '1 minute') at time zone current_setting('demo.zone'),
        now() - interval '12 minutes')
$$;

-- When each came, and who wrote them down.
create temp table came on commit drop as
    select c.id,
           least((select min(a.created_at) from appointment a where a.business_id = c.business_id and a.customer_id = c.id),
               pg_temp.opened(greatest(coalesce(c.customer_since, current_date - mod(abs(hashtext(c.id::text)::bigint), 730)::int), current_date - 730), c.id::text)) at,
           (select s.id from staff s where s.business_id = c.business_id order by hashtext(s.id::text || c.id::text) limit 1) by
    from customer c where c.business_id = current_setting('demo.business')::uuid;

update customer c set created_at = k.at, updated_at = k.at, created_via = 'page'
    from came k where c.business_id = current_setting('demo.business')::uuid and c.id = k.id;
update customer_address a set created_at = k.at, updated_at = k.at
    from came k where a.business_id = current_setting('demo.business')::uuid and a.customer_id = k.id;
update customer_tag t set created_at = k.at
    from came k where t.business_id = current_setting('demo.business')::uuid and t.customer_id = k.id;
update customer_weight w set created_at = greatest(k.at, pg_temp.opened(w.on_date, w.id::text)), created_by = coalesce(w.created_by, k.by)
    from came k where w.business_id = current_setting('demo.business')::uuid and w.customer_id = k.id;

-- Notes in the order in which they were written, from the day the customer came to today.
update note n set created_at = t.at, updated_at = t.at from (
    select n.id, greatest(k.at + interval '5 minutes', pg_temp.opened(
               (k.at + (now() - k.at) * (row_number() over them - 0.4) / count(*) over (partition by n.customer_id))::date, n.id::text)) at
    from note n join came k on k.id = n.customer_id
    where n.business_id = current_setting('demo.business')::uuid
    window them as (partition by n.customer_id order by n.id)) t
where n.business_id = current_setting('demo.business')::uuid and n.id = t.id;

-- The log in the order of its moments.
create temp table told on commit drop as
    select c.*, case
               when c.entity = 'note' then (select n.created_at from note n where n.business_id = c.business_id and n.id = c.row_id)
               when c.entity = 'customer_weight' then (select w.created_at from customer_weight w where w.business_id = c.business_id and w.id = c.row_id)
               when c.entity in ('alert', 'alert_acknowledgement') then pg_temp.opened(current_date - 9, c.customer_id::text) + case when c.entity = 'alert' then interval '0' else interval '1 hour' end
               when c.entity = 'appointment' then (
                   select case when c.operation = 'insert' then a.created_at
                               when a.status in ('cancelled', 'late_cancelled') then least(a.starts_at - interval '3 hours', now() - interval '12 minutes')
                               when a.status = 'confirmed' then least(a.created_at + interval '1 day', now() - interval '12 minutes')
                               when a.status = 'arrived' then a.starts_at - interval '3 minutes'
                               else least(a.ends_at, now() - interval '12 minutes') end
                   from appointment a where a.business_id = c.business_id and a.id = c.row_id)
               when c.entity = 'class_booking' then (
                   select case when c.operation = 'insert' then k.created_at else least(k.ends_at, now() - interval '12 minutes') end
                   from class_booking k where k.business_id = c.business_id and k.id = c.row_id)
               when c.entity in ('relationship', 'message', 'message_copy') then pg_temp.opened(current_date - 4, c.row_id::text)
               when c.operation = 'insert' then k.at
               else least(now() - interval '5 minutes', greatest(k.at + interval '1 hour',
                   pg_temp.opened((k.at + (now() - k.at) * mod(abs(hashtext(c.row_id::text)::bigint), 90) / 100)::date, c.id::text)))
           end moment,
           case when c.entity = 'alert' then (select a.created_by from alert a where a.business_id = c.business_id and a.id = c.row_id)
                when c.entity = 'alert_acknowledgement' then (select a.created_by from alert_acknowledgement a where a.business_id = c.business_id and a.id = c.row_id)
                when c.entity = 'note' then (select n.created_by from note n where n.business_id = c.business_id and n.id = c.row_id)
                when c.operation = 'insert' then k.by
                else (select s.id from staff s where s.business_id = c.business_id order by hashtext(s.id::text || c.id::text) limit 1)
           end by
    from change c join came k on k.id = c.customer_id
    where c.business_id = current_setting('demo.business')::uuid;
delete from change c using told t where c.business_id = t.business_id and c.id = t.id;
insert into change (business_id, at, actor, source, cause, entity, row_id, customer_id, operation, before)
    select business_id, moment, by, 'page', cause, entity, row_id, customer_id, operation, before from told order by moment, id;
update customer c set updated_at = t.at from (
    select row_id, max(moment) at from told where operation = 'update' and entity = 'customer' group by row_id) t
where c.business_id = current_setting('demo.business')::uuid and c.id = t.row_id;

update alert a set created_at = t.moment, updated_at = t.moment from told t
where a.business_id = current_setting('demo.business')::uuid and a.id = t.row_id;
update alert_acknowledgement a set created_at = t.moment from told t
where a.business_id = current_setting('demo.business')::uuid and a.id = t.row_id;
update customer c set locked_at = t.moment, locked_by = t.by from told t
where c.business_id = current_setting('demo.business')::uuid and c.id = t.row_id and c.locked_at is not null
    and jsonb_exists(t.before, 'locked_reason');

alter table customer enable trigger change_log;
alter table customer_address enable trigger change_log;
alter table customer_tag enable trigger change_log;
alter table customer_weight enable trigger change_log;
alter table note enable trigger change_log;
alter table alert enable trigger change_log;
alter table alert_acknowledgement enable trigger change_log;
