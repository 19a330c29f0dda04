-- Plans of least cost, for an authority or for all below one. A plan belongs to the authority it was asked for, whoever's
-- needs it holds; what is accepted is written down house by house.
create schema planning;

create table planning.plan (
    authority   uuid not null references authorities.authority,
    id          uuid not null default uuidv7(),
    below       boolean not null,               -- whether it is for all below the authority as well
    state       text not null check (state in ('computing', 'ready', 'stopped', 'failed', 'accepted', 'superseded')),
    asked       timestamptz not null,
    asked_by    uuid not null references accounts.account,
    follows     uuid,                           -- the plan that it repairs
    worker      uuid,                           -- which node computes it
    beat        timestamptz,                    -- when that node was last heard of
    stop_wanted boolean not null default false,
    progress    jsonb,
    finished    timestamptz,
    cause       text,                           -- why it failed
    accepted    timestamptz,
    accepted_by uuid references accounts.account,
    blueprint   jsonb,
    version     int not null default 0,
    primary key (authority, id),
    foreign key (authority, follows) references planning.plan,
    check (state not in ('ready', 'stopped', 'accepted') or blueprint is not null),
    check ((state = 'failed') = (cause is not null))
);

create unique index plan_id on planning.plan (id);
create unique index plan_one_computing on planning.plan (authority, below) where state = 'computing';
create index plan_asked on planning.plan (authority, asked desc);

-- That a house was asked to do its part of a plan: once, in the transaction that asks its people.
create table planning.acceptance (
    authority   uuid not null references authorities.authority,
    plan        uuid not null references planning.plan (id),
    accepted    timestamptz not null,
    accepted_by uuid not null references accounts.account,
    people      int not null check (people >= 0),
    primary key (authority, plan)
);

alter table planning.plan enable row level security;
alter table planning.acceptance enable row level security;

do $$
declare
    of text;
begin
    foreach of in array array['plan', 'acceptance'] loop
        execute format($policy$
            create policy below on planning.%I using (
                authority = any (array(
                    select descendant from authorities.closure
                     where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
                       and valid @> current_date)))
        $policy$, of);
    end loop;
end $$;

-- Which modules are given in runs that somebody leads: what a run costs, in cents, and how many it seats. Reference data.
create table planning.facilitation (
    module  text primary key references catalogue.module,
    cost    bigint not null check (cost >= 0),
    seats   int not null check (seats between 1 and 1000),
    version int not null default 0
);
