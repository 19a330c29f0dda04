-- Authorities that lack the same are asked to fill a session together.

create schema pools;

-- So many places are open for the same rung in the same language that a session for all of them would be worth its while.
create table pools.pool (
    id         uuid primary key default uuidv7(),
    competency text not null,
    level      int  not null,
    language   text not null,
    format     text not null check (format in ('course', 'webinar', 'module')),
    officials  int  not null,
    opened     timestamptz not null default now(),
    closed     timestamptz
);

create unique index pool_one_open on pools.pool (competency, level, language) where closed is null;

-- An authority is asked to join; it says yes or no.
create table pools.invitation (
    authority uuid not null references authorities.authority,
    pool      uuid not null references pools.pool,
    places    int  not null,
    state     text not null default 'asked' check (state in ('asked', 'joined', 'declined')),
    answered_by uuid references accounts.account,
    answered  timestamptz,
    primary key (authority, pool),
    check ((state = 'asked') = (answered_by is null))
);

create index invitation_pool on pools.invitation (pool);

alter table pools.pool enable row level security;
alter table pools.invitation enable row level security;

-- A pool names no authority: whoever is signed in may read it.
create policy signed_in on pools.pool for select using (
    (select nullif(current_setting('academy.person', true), '') is not null));
create policy work on pools.pool using ((
    select nullif(current_setting('academy.person', true), '') is null
       and coalesce(nullif(current_setting('academy.roots', true), ''), '{}') <> '{}'));
create policy work on pools.invitation using ((
    select nullif(current_setting('academy.person', true), '') is null
       and coalesce(nullif(current_setting('academy.roots', true), ''), '{}') <> '{}'));
create policy house_or_below on pools.invitation using (
    authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

-- Who has joined a pool: told to those who were asked themselves, and to trainers. Nobody is named before saying yes.
create function pools.joined()
    returns table (pool uuid, authority uuid, places int)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with asker as (
        select exists (
            select from accounts.membership m
              join accounts.role r on r.membership = m.id and r.role = 'trainer'
             where m.account = nullif(current_setting('academy.person', true), '')::uuid
               and (m.ended is null or m.ended > current_date)) as is_trainer
    ), mine as (
        select i.pool
          from pools.invitation i
         where i.authority = any (array(
               select c.descendant from authorities.closure c
                where c.ancestor = any (nullif(current_setting('academy.roots', true), '')::uuid[])
                  and c.valid @> current_date))
    )
    select i.pool, i.authority, i.places
      from pools.invitation i, asker
     where i.state = 'joined' and (asker.is_trainer or i.pool in (select m.pool from mine m))
$$;
