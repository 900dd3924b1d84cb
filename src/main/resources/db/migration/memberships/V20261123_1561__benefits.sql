-- What a plan brings besides its name: visits each period, what is not used carried over, and less to pay for the rest.
create table membership_plan_benefit (
    business_id uuid not null,
    id          uuid not null,
    plan_id     uuid not null,
    service_id  uuid not null,
    visits      int not null check (visits between 1 and 999), -- each period
    position    int not null,
    primary key (business_id, id),
    unique (business_id, plan_id, service_id),
    foreign key (business_id, plan_id) references membership_plan (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id)
);
call tenant_table('membership_plan_benefit');

alter table membership_plan
    add column carried_periods int not null default 0 check (carried_periods between 0 and 120), -- what is not used lasts so many more
    add column carried_forever boolean not null default false,
    add column shared boolean not null default false, -- whoever may pay with their card may use it
    add column service_discount numeric(5, 2) not null default 0 check (service_discount between 0 and 100), -- percent
    add column product_discount numeric(5, 2) not null default 0 check (product_discount between 0 and 100);

-- As they were when somebody took the plan on; another plan brings others.
create table membership_benefit (
    business_id   uuid not null,
    id            uuid not null,
    membership_id uuid not null,
    service_id    uuid not null,
    visits        int not null check (visits between 1 and 999),
    position      int not null,
    primary key (business_id, id),
    unique (business_id, membership_id, service_id),
    foreign key (business_id, membership_id) references membership (business_id, id),
    foreign key (business_id, service_id) references service (business_id, id)
);
call tenant_table('membership_benefit');

alter table membership
    add column carried_periods int not null default 0 check (carried_periods between 0 and 120),
    add column carried_forever boolean not null default false,
    add column shared boolean not null default false,
    add column service_discount numeric(5, 2) not null default 0 check (service_discount between 0 and 100),
    add column product_discount numeric(5, 2) not null default 0 check (product_discount between 0 and 100);

create function benefits_of_plan() returns trigger
    language plpgsql as $$
begin
    select p.carried_periods, p.carried_forever, p.shared, p.service_discount, p.product_discount
    into new.carried_periods, new.carried_forever, new.shared, new.service_discount, new.product_discount
    from membership_plan p where p.business_id = new.business_id and p.id = new.plan_id;
    return new;
end
$$;
create trigger benefits_taken_on before insert or update of plan_id on membership for each row execute function benefits_of_plan();

create function visits_of_plan() returns trigger
    language plpgsql as $$
begin
    delete from membership_benefit b where b.business_id = new.business_id and b.membership_id = new.id;
    insert into membership_benefit (business_id, id, membership_id, service_id, visits, position)
    select b.business_id, next_id(), new.id, b.service_id, b.visits, b.position from membership_plan_benefit b
    where b.business_id = new.business_id and b.plan_id = new.plan_id;
    return null;
end
$$;
create trigger visits_taken_on after insert on membership for each row execute function visits_of_plan();
create trigger visits_follow after update of plan_id on membership for each row
    when (old.plan_id <> new.plan_id) execute function visits_of_plan();

-- What makes a member pay less for a line, in percent; nothing where nobody may use anything.
create function member_discount(business uuid, member uuid, what text, day date)
    returns table (plan_name text, percent numeric)
    language sql stable as $$
    select m.plan_name, case what when 'product' then m.product_discount else m.service_discount end percent
    from membership m
    where m.business_id = business and m.customer_id = member and m.starts_on <= day and (m.ends_on is null or m.ends_on >= day)
        and coalesce(m.cancelled_how, 'period_end') = 'period_end'
        and case what when 'product' then m.product_discount else m.service_discount end > 0
    order by 2 desc, m.id limit 1
$$;
