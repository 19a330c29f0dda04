-- Authorities that show each other how: who takes part, who should visit whom, and what became of it.

create schema exchange;

-- On what terms an authority takes part.
create table exchange.member (
    authority   uuid primary key references authorities.authority,
    hosts       int not null check (hosts between 0 and 12),      -- visits received in a year, at most
    visits      int not null check (visits between 0 and 12),     -- visits made in a year, at most
    interpreter boolean not null default false,
    changed_by  uuid not null references accounts.account,
    changed     timestamptz not null default now()
);

-- Whom an authority would rather visit, and rather receive; the first place is the dearest.
create table exchange.wish (
    authority uuid not null references authorities.authority,
    side      text not null check (side in ('host', 'guest')),     -- what the other one would be
    place     int  not null check (place between 1 and 3),
    other     uuid not null references authorities.authority,
    primary key (authority, side, place),
    unique (authority, side, other),
    check (other <> authority)
);

create table exchange.practice (
    authority  uuid not null references authorities.authority,
    id         uuid not null default uuidv7(),
    competency text not null,
    title      text not null check (title <> ''),
    summary    text not null check (summary <> ''),
    author     uuid not null references accounts.account,
    submitted  timestamptz not null default now(),
    published  timestamptz,
    primary key (authority, id)
);

create index practice_published on exchange.practice (competency) where published is not null;

-- One way of pairing all, and what it came to.
create table exchange.round (
    id              uuid primary key default uuidv7(),
    way             text not null check (way in ('worth', 'wishes')),
    asked           timestamptz not null default now(),
    asked_by        uuid references accounts.account,         -- null: by the night
    ended           timestamptz,
    peers           int,
    proposed        int,
    total           double precision,
    blocking        int,
    other_total     double precision,                         -- of the way not taken
    other_blocking  int
);

create table exchange.visit (
    id        uuid primary key,
    guest     uuid not null references authorities.authority,
    host      uuid not null references authorities.authority,
    reasons   jsonb not null,                                 -- what it would be worth, in its parts
    state     text not null check (state in ('proposed', 'agreed', 'scheduled', 'held', 'closed', 'declined', 'expired')),
    guest_yes boolean not null default false,
    host_yes  boolean not null default false,
    proposed  timestamptz not null,
    starts    date,
    ends      date,
    people    int check (people between 1 and 3),
    questions text,
    report    jsonb,
    version   int not null default 1,
    check (guest <> host),
    check (ends - starts between 1 and 4),
    check (state not in ('agreed', 'scheduled', 'held', 'closed') or (guest_yes and host_yes)),
    check (state not in ('scheduled', 'held', 'closed') or (starts is not null and people is not null and questions is not null)),
    check ((state = 'closed') = (report is not null))
);

create unique index visit_one_open on exchange.visit (guest, host) where state in ('proposed', 'agreed', 'scheduled', 'held');
create index visit_guest on exchange.visit (guest, proposed desc);
create index visit_host on exchange.visit (host, proposed desc);

-- Append only: what happened to a visit, who did it.
create table exchange.visit_event (
    visit   uuid not null references exchange.visit,
    ordinal int  not null check (ordinal > 0),
    event   text not null,
    was     text not null,
    became  text not null,
    side    text check (side in ('guest', 'host')),           -- null: by matching or by the calendar
    actor   uuid references accounts.account,
    at      timestamptz not null,
    primary key (visit, ordinal)
);

-- Why one side declined: for the other side only.
create table exchange.refusal (
    visit  uuid primary key references exchange.visit,
    told   uuid not null references authorities.authority,    -- the other side
    reason text not null check (reason <> ''),
    at     timestamptz not null
);

do $$
declare
    of text;
begin
    foreach of in array array['member', 'wish', 'practice', 'round', 'visit', 'visit_event', 'refusal'] loop
        execute format('alter table exchange.%I enable row level security', of);
        execute format($policy$
            create policy work on exchange.%I using ((
                select nullif(current_setting('academy.person', true), '') is null
                   and coalesce(nullif(current_setting('academy.roots', true), ''), '{}') <> '{}'))
        $policy$, of);
    end loop;
    foreach of in array array['member', 'wish', 'practice'] loop
        execute format($policy$
            create policy house_or_below on exchange.%I using (
                authority = any (array(
                    select descendant from authorities.closure
                     where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
                       and valid @> current_date)))
        $policy$, of);
    end loop;
end $$;

-- Who takes part, and what was published, is for everyone who is signed in.
create policy signed_in on exchange.member for select using (
    (select nullif(current_setting('academy.person', true), '') is not null));
create policy signed_in on exchange.practice for select using (
    published is not null and (select nullif(current_setting('academy.person', true), '') is not null));

-- Administrators see to the rounds and to what is published.
do $$
declare
    of text;
begin
    foreach of in array array['practice', 'round'] loop
        execute format($policy$
            create policy administrators on exchange.%I using ((
                select exists (
                    select from accounts.membership m
                      join accounts.role r on r.membership = m.id and r.role = 'administrator'
                     where m.account = nullif(current_setting('academy.person', true), '')::uuid and m.ended is null)))
        $policy$, of);
    end loop;
end $$;

-- A visit belongs to its two sides.
create policy either_side on exchange.visit using (
    guest = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date))
    or host = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));
create policy with_its_visit on exchange.visit_event using (visit in (select id from exchange.visit));

create policy tell on exchange.refusal for insert with check (visit in (select id from exchange.visit));
create policy the_other_side on exchange.refusal for select using (
    told = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));
