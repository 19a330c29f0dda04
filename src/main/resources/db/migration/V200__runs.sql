-- Runs have a feature of their own, and days on which they begin.

create schema runs;

alter table planning.facilitation set schema runs;

-- A run whose day is known, with the seats that nobody has taken yet. A led module without any is given as often as needed.
-- Reference data.
create table runs.dated (
    module text not null references runs.facilitation on delete cascade,
    starts date not null,
    free   int  not null check (free between 0 and 1000),
    primary key (module, starts)
);
