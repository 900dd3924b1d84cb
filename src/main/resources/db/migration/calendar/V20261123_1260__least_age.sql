-- Some services are not for everybody: from which age on.
alter table service add column min_age int check (min_age between 1 and 120);
