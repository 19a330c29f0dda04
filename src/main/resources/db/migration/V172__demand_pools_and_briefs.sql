-- What is made of demand: authorities learn together, and trainers write what is missing.

-- So many places are open for the same rung in the same language that a session for all of them would be worth its while.
create table demand.pool (
    id         uuid primary key default uuidv7(),
    competency text not null,
    level      int  not null,
    language   text not null,
    format     text not null check (format in ('course', 'webinar', 'module')),
    officials  int  not null,
    opened     timestamptz not null default now(),
    closed     timestamptz
);

create unique index pool_one_open on demand.pool (competency, level, language) where closed is null;

-- An authority is asked to join; it says yes or no.
create table demand.invitation (
    authority uuid not null references authorities.authority,
    pool      uuid not null references demand.pool,
    places    int  not null,
    state     text not null default 'asked' check (state in ('asked', 'joined', 'declined')),
    answered_by uuid references accounts.account,
    answered  timestamptz,
    primary key (authority, pool),
    check ((state = 'asked') = (answered_by is null))
);

create index invitation_pool on demand.invitation (pool);

-- A trainer has taken a demand.
create table demand.brief (
    id          uuid primary key default uuidv7(),
    competency  text not null,
    level       int  not null,
    language    text not null,
    reason      text not null,
    trainer     uuid not null references accounts.account,
    byline      text not null,           -- the trainer's name as readers will see it
    draft       uuid,                    -- where the trainer writes it
    authorities int  not null,
    officials   int  not null,
    deadline    date,
    state       text not null check (state in ('taken', 'delivered', 'given_back')),
    taken       timestamptz not null,
    ended       timestamptz,
    delivered_by text,                   -- the module that covers it
    why         text,                    -- why it was given back
    version     int not null default 0,
    check ((state = 'taken') = (ended is null)),
    check ((state = 'given_back') = (why is not null)),
    check ((state = 'delivered') = (delivered_by is not null))
);

create unique index brief_one_taken on demand.brief (competency, level, language) where state = 'taken';
create index brief_trainer on demand.brief (trainer, taken desc);

alter table demand.pool enable row level security;
alter table demand.invitation enable row level security;
alter table demand.brief enable row level security;

-- Pools and briefs name no authority: whoever is signed in may read them.
create policy signed_in on demand.pool for select using (
    (select nullif(current_setting('academy.person', true), '') is not null));
create policy signed_in on demand.brief for select using (
    (select nullif(current_setting('academy.person', true), '') is not null));

-- A brief is its trainer's own to take and to give back; whoever publishes what covers it, delivers it.
create policy take on demand.brief for insert with check (
    trainer = (select nullif(current_setting('academy.person', true), '')::uuid));
create policy give_back on demand.brief for update using (
    trainer = (select nullif(current_setting('academy.person', true), '')::uuid));
create policy deliver on demand.brief for update
    using (state = 'taken') with check (state = 'delivered');

do $$
declare
    of text;
begin
    foreach of in array array['pool', 'invitation', 'brief'] loop
        execute format($policy$
            create policy work on demand.%I using ((
                select nullif(current_setting('academy.person', true), '') is null
                   and coalesce(nullif(current_setting('academy.roots', true), ''), '{}') <> '{}'))
        $policy$, of);
    end loop;
end $$;

create policy house_or_below on demand.invitation using (
    authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

-- Who has joined a pool: told to those who were asked themselves, and to trainers. Nobody is named before saying yes.
create function demand.joined()
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
          from demand.invitation i
         where i.authority = any (array(
               select c.descendant from authorities.closure c
                where c.ancestor = any (nullif(current_setting('academy.roots', true), '')::uuid[])
                  and c.valid @> current_date))
    )
    select i.pool, i.authority, i.places
      from demand.invitation i, asker
     where i.state = 'joined' and (asker.is_trainer or i.pool in (select m.pool from mine m))
$$;
