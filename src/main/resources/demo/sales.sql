-- Invoices of what the demo's customers came for: as the tables' owner, who may leave the change log alone, and all at
-- once. The business is in demo.business.
alter table sales_order disable trigger user;
alter table order_line disable trigger user;
alter table order_tip disable trigger user;
alter table invoice disable trigger user;
alter table payment disable trigger user;
alter table iou disable trigger user;

-- An id that sorts by its moment, as all ids do.
create or replace function pg_temp.ident(instant timestamptz, salt text) returns uuid language sql as $$
    select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(m, 1, 3) || '-8' || substr(m, 4, 3) || '-' || substr(m, 7, 12))::uuid
    from (select lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0') h, md5(salt) m) x
$$;

create temp table sold on commit drop as
    select a.business_id, a.id appointment, a.customer_id, a.branch_id, a.service_id, a.service_name, a.staff_id, f.name staff, a.currency,
           coalesce(p.price_minor, s.price_minor, a.price_minor) list, a.price_minor price, a.ends_at + interval '4 minutes' moment,
           ((a.ends_at + interval '4 minutes') at time zone b.zone)::date as day, b.zone,
           row_number() over (partition by a.branch_id order by a.ends_at, a.id) number, dense_rank() over (order by b.position, b.id)::int series,
           mod(abs(hashtext(a.id::text)::bigint), 100)::int luck,
           pg_temp.ident(a.ends_at + interval '4 minutes', a.id::text || 'o') order_id, pg_temp.ident(a.ends_at + interval '4 minutes', a.id::text || 'i') invoice_id,
           pg_temp.ident(a.ends_at + interval '5 minutes', a.id::text || 'p') payment_id, pg_temp.ident(a.ends_at + interval '4 minutes', a.id::text || 's') line_id,
           pg_temp.ident(a.ends_at + interval '5 minutes', a.id::text || 'x') other_id,
           t.id tax, t.name tax_name, t.percent, t.included, c.tax_exempt_reason exempt, c.erase_at is null known, c.language, u.language own_language,
           (select w.id from staff w where w.business_id = a.business_id order by hashtext(w.id::text || a.id::text) limit 1) by,
           null::uuid product, null::text product_name, 0::bigint product_price, 0::bigint cut, 0::bigint tip, 0::bigint net, 0::bigint due, 0::bigint total
    from appointment a
    join business u on u.business_id = a.business_id
    join branch b on b.business_id = a.business_id and b.id = a.branch_id
    join service s on s.business_id = a.business_id and s.id = a.service_id
    join staff f on f.business_id = a.business_id and f.id = a.staff_id
    join customer c on c.business_id = a.business_id and c.id = a.customer_id
    join tax_rate t on t.business_id = a.business_id and t.usual
    left join service_staff p on p.business_id = a.business_id and p.service_id = a.service_id and p.staff_id = a.staff_id
    where a.business_id = current_setting('demo.business')::uuid and a.status = 'completed' and a.price_minor > 0;

update sold set product = p.id, product_name = p.name, product_price = p.price_minor
    from (select x.*, row_number() over (order by id) - 1 place, count(*) over () many from product x
          where x.business_id = current_setting('demo.business')::uuid) p
    where sold.luck < 18 and p.place = mod(abs(hashtext(sold.appointment::text || 'p')::bigint), p.many);
update sold set price = round(list * 0.85 / 100) * 100 where luck between 30 and 32 and list > 2000;
update sold set cut = round((price + product_price) * 0.1) where luck between 40 and 42;
update sold set tip = greatest(round(price * 0.1 / 100) * 100, 200) where luck between 60 and 75;
update sold set due = case when included then round((price + product_price - cut) * percent / (100 + percent)) else round((price + product_price - cut) * percent / 100) end;
update sold set net = price + product_price - cut - case when included then due else 0 end;
update sold set due = 0 where exempt is not null;
update sold set total = net + due + tip;

insert into sales_order (business_id, id, customer_id, branch_id, status, currency, discount_percent, discount_reason, discount_by, created_by, created_via, version, created_at, updated_at)
    select business_id, order_id, customer_id, branch_id, 'issued', currency, case when cut > 0 then 10 end, case when cut > 0 then 'Regular' end,
           case when cut > 0 then by end, by, 'page', 2, moment, moment from sold;
insert into order_line (business_id, id, order_id, customer_id, position, kind, appointment_id, service_id, staff_id, name, quantity, list_minor, price_minor,
        currency, price_source, price_reason, price_by, tax_rate_id, net_minor, created_at, updated_at)
    select business_id, line_id, order_id, customer_id, 0, 'service', appointment, service_id, staff_id, service_name, 1, list, price, currency,
           case when price = list then 'list' when luck between 30 and 32 then 'own' else 'booked' end,
           case when luck between 30 and 32 and price <> list then 'Had to wait' end, case when luck between 30 and 32 and price <> list then by end, tax,
           price - cut + case when product is null then 0 else round(cut * product_price::numeric / (price + product_price)) end, moment, moment from sold;
insert into order_line (business_id, id, order_id, customer_id, position, kind, product_id, name, quantity, list_minor, price_minor, currency, price_source,
        tax_rate_id, net_minor, created_at, updated_at)
    select business_id, other_id, order_id, customer_id, 1, 'product', product, product_name, 1, product_price, product_price, currency, 'list', tax,
           product_price - round(cut * product_price::numeric / (price + product_price)), moment, moment from sold where product is not null;
insert into order_tip (business_id, id, order_id, staff_id, amount_minor) select business_id, payment_id, order_id, staff_id, tip from sold where tip > 0;

insert into invoice (business_id, id, order_id, customer_id, branch_id, series, number, issued_at, issued_on, issued_by, currency, net_minor, tax_minor, tip_minor,
        total_minor, paid_minor, document, created_via, version, created_at, updated_at)
    select o.business_id, o.invoice_id, o.order_id, o.customer_id, o.branch_id, o.series, o.number, o.moment, o.day, o.by, o.currency, o.net, o.due, o.tip, o.total,
           case when o.luck >= 97 and o.known and o.day > current_date - 40 then 0 else o.total end,
           jsonb_build_object('language', case when o.language in ('en', 'nl', 'de', 'fr', 'es') then o.language else o.own_language end, 'zone', o.zone,
               'seller', jsonb_strip_nulls(jsonb_build_object('name', u.name, 'company', b.name, 'taxNumber', s.tax_number, 'street', b.street, 'postcode', b.postcode,
                   'city', b.city, 'region', b.region, 'country', b.country, 'phone', b.phone, 'email', b.email)),
               'buyer', case when o.known then jsonb_strip_nulls(jsonb_build_object('name', concat_ws(' ', c.first_name, c.middle_name, c.last_name), 'company', c.tax_company,
                   'taxNumber', c.tax_number, 'street', h.street, 'line2', h.line2, 'postcode', h.postcode, 'city', h.city, 'region', h.region, 'country', h.country)) end,
               'lines', jsonb_build_array(jsonb_build_object('name', o.service_name, 'staff', o.staff, 'quantity', 1, 'price', o.price,
                   'amount', o.price - o.cut + case when o.product is null then 0 else round(o.cut * o.product_price::numeric / (o.price + o.product_price)) end, 'percent', o.percent))
                   || case when o.product is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('name', o.product_name, 'quantity', 1, 'price', o.product_price,
                   'amount', o.product_price - round(o.cut * o.product_price::numeric / (o.price + o.product_price)), 'percent', o.percent)) end,
               'subtotal', o.price + o.product_price, 'discount', o.cut,
               'taxes', jsonb_build_array(jsonb_build_object('name', o.tax_name, 'percent', case when o.exempt is null then trim_scale(o.percent) else 0 end, 'included', o.included, 'net', o.net, 'tax', o.due)),
               'tips', case when o.tip > 0 then jsonb_build_array(jsonb_build_object('staff', o.staff, 'amount', o.tip)) else '[]'::jsonb end, 'exempt', o.exempt),
           'page', 1, o.moment, o.moment
    from sold o
    join business u on u.business_id = o.business_id
    join branch b on b.business_id = o.business_id and b.id = o.branch_id
    join customer c on c.business_id = o.business_id and c.id = o.customer_id
    left join sales_settings s on s.business_id = o.business_id
    left join lateral (select * from customer_address h where h.business_id = o.business_id and h.customer_id = o.customer_id
                       order by h.is_primary desc, h.id limit 1) h on true;

insert into payment (business_id, id, invoice_id, customer_id, branch_id, kind, tender, state, amount_minor, currency, taken_at, taken_on, created_by, created_via,
        created_at, updated_at)
    select o.business_id, o.payment_id, o.invoice_id, o.customer_id, o.branch_id, 'payment', case when o.luck < 58 then 'card' when o.luck < 92 then 'cash' else 'bank' end,
           'taken', o.total, o.currency, o.moment + interval '1 minute', o.day, o.by, 'page', o.moment, o.moment
    from sold o join invoice i on i.business_id = o.business_id and i.id = o.invoice_id where i.paid_minor > 0;
insert into iou (business_id, id, invoice_id, customer_id, branch_id, amount_minor, currency, comment, state, created_by, created_via, created_at, updated_at)
    select o.business_id, o.payment_id, o.invoice_id, o.customer_id, o.branch_id, o.total, o.currency,
           case mod(o.luck, 3) when 0 then 'Forgot the card' when 1 then 'Pays at the next visit' else 'Terminal was down' end, 'outstanding', o.by, 'page', o.moment, o.moment
    from sold o join invoice i on i.business_id = o.business_id and i.id = o.invoice_id where i.paid_minor = 0;
insert into invoice_counter (business_id, id, branch_id, series, last_number)
    select business_id, gen_random_uuid(), branch_id, series, max(number) from sold group by business_id, branch_id, series;

alter table sales_order enable trigger user;
alter table order_line enable trigger user;
alter table order_tip enable trigger user;
alter table invoice enable trigger user;
alter table payment enable trigger user;
alter table iou enable trigger user;
