-- What authorities need and no plan can give them.

create schema demand;

-- What has changed: needs for this competency are to be counted again, of one authority or of all.
create table demand.note (
    id         uuid primary key default uuidv7(),
    authority  uuid references authorities.authority,   -- null for all
    competency text not null
);

-- The needs that are to be counted again.
create table demand.mark (
    authority uuid not null references authorities.authority,
    need      uuid not null,
    primary key (authority, need)
);

-- When a need was counted last: the calendar alone can make a module come too late.
create table demand.reckoned (
    authority uuid not null references authorities.authority,
    need      uuid not null,
    day       date not null,
    primary key (authority, need)
);

create index reckoned_day on demand.reckoned (day);

-- Places of open needs on each rung, with the first reason why no plan can fill them.
create table demand.place (
    authority  uuid not null references authorities.authority,
    need       uuid not null,
    competency text not null,
    level      int  not null check (level between 1 and 4),
    reason     text not null check (reason in ('', 'no_content', 'no_language', 'too_late', 'no_prerequisite_path', 'no_seats')),
    language   text not null,           -- the need's first choice
    region     text not null,           -- NUTS 2 code, or as much of it as is known
    places     int  not null check (places > 0),
    weight     int  not null,
    deadline   date not null,
    verified   boolean not null,
    primary key (authority, need, level, reason)
);

create index place_group on demand.place (competency, level, reason, language, region, authority);
create index place_earliest on demand.place (competency, level, reason, language, region, deadline);

-- The same added up, kept by the changes alone.
create table demand.total (
    competency  text not null,
    level       int  not null,
    reason      text not null,
    language    text not null,
    region      text not null,
    authorities int  not null check (authorities >= 0),
    officials   int  not null check (officials >= 0),
    weight      int  not null check (weight >= 0),
    earliest    date,
    primary key (competency, level, reason, language, region)
);

alter table demand.note enable row level security;
alter table demand.mark enable row level security;
alter table demand.reckoned enable row level security;
alter table demand.place enable row level security;
alter table demand.total enable row level security;

-- Anyone's step may leave a note; only the academy's own work, which has a reach and is nobody, takes it up.
create policy report on demand.note for insert with check (true);

do $$
declare
    of text;
begin
    foreach of in array array['note', 'mark', 'reckoned', 'place', 'total'] loop
        execute format($policy$
            create policy work on demand.%I using ((
                select nullif(current_setting('academy.person', true), '') is null
                   and coalesce(nullif(current_setting('academy.roots', true), ''), '{}') <> '{}'))
        $policy$, of);
    end loop;
end $$;

create policy house_or_below on demand.place for select using (
    authority = any (array(
        select authority from accounts.membership
         where account = (select nullif(current_setting('academy.person', true), '')::uuid) and ended is null))
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

-- Trainers see verified needs by name, administrators all.
create policy trainers on demand.place for select using (
    verified and (
        select exists (
            select from accounts.membership m
              join accounts.role r on r.membership = m.id and r.role = 'trainer'
             where m.account = nullif(current_setting('academy.person', true), '')::uuid and m.ended is null)));

create policy administrators on demand.place for select using ((
    select exists (
        select from accounts.membership m
          join accounts.role r on r.membership = m.id and r.role = 'administrator'
         where m.account = nullif(current_setting('academy.person', true), '')::uuid and m.ended is null)));

-- Totals: whole for trainers, coordinators and administrators; for everybody else only what at least three authorities
-- need together, and nothing from which less could be worked out by subtraction: no regions, and no sums of sums.
create function demand.totals()
    returns table (
        competency text, level int, reason text, language text, region text,
        authorities bigint, officials bigint, weight bigint, earliest date)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with asker as (
        select exists (
            select from accounts.membership m
              join accounts.role r on r.membership = m.id and r.role in ('trainer', 'coordinator', 'administrator')
             where m.account = nullif(current_setting('academy.person', true), '')::uuid
               and (m.ended is null or m.ended > current_date)) as sees_all
    )
    select t.competency, t.level, t.reason, t.language, t.region,
           t.authorities::bigint, t.officials::bigint, t.weight::bigint, t.earliest
      from demand.total t, asker
     where asker.sees_all
     union all
    select t.competency, t.level, t.reason, t.language, '',
           sum(t.authorities), sum(t.officials), sum(t.weight), min(t.earliest)
      from demand.total t, asker
     where not asker.sees_all and t.reason <> ''
     group by t.competency, t.level, t.reason, t.language
    having sum(t.authorities) >= 3
$$;
