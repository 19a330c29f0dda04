-- How many goes there were when this one began: whether it was the last one is known from the attempt alone.
alter table assessment.attempt
    add column allowed int not null default 3 check (allowed > 0);
