-- What officials knew before a module and after it.

create schema gains;

create table gains.gain (
    authority uuid not null references authorities.authority,
    id        uuid not null default uuidv7(),
    official  uuid not null references accounts.account,
    module    text not null references catalogue.module,
    major     int  not null,
    pre       numeric not null check (pre between 0 and 1),     -- share of the points before the first lesson
    started   timestamptz not null,
    post      numeric check (post between 0 and 1),             -- of the first attempt that passed, or of the best one
    passed    boolean not null default false,
    measured  timestamptz,                                      -- when the first attempt at the quiz was handed in
    counted   timestamptz,                                      -- when the attempt was handed in that counts
    change    numeric generated always as (
        case when post > pre then (post - pre) / (1 - pre)
             when post < pre then (post - pre) / pre
             when post = pre and pre > 0 and pre < 1 then 0 end) stored,
    primary key (authority, id),
    check ((post is null) = (measured is null)),
    check ((post is null) = (counted is null)),
    check (post is not null or not passed)
);

create unique index gain_once on gains.gain (authority, official, module, major);
create index gain_module on gains.gain (module, measured);

alter table gains.gain enable row level security;
create policy mine_or_below on gains.gain using (
    official = (select nullif(current_setting('academy.person', true), '')::uuid)
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

-- The changes of each module's learners, without who they are, for modules with at least ten. Learners come in by fives,
-- in the order in which they were measured: between two answers of this function lie no people or at least five.
create function gains.measured()
    returns table (module text, changes float8[])
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with learner as (
        select distinct on (g.module, g.official) g.module, g.change, g.measured, g.id
          from gains.gain g
         where g.change is not null
         order by g.module, g.official, g.major desc
    ), placed as (
        select l.module, l.change,
               row_number() over (partition by l.module order by l.measured, l.id) as place,
               count(*) over (partition by l.module) as learners
          from learner l
    )
    select p.module, array_agg(p.change::float8 order by p.change)
      from placed p
     where p.learners >= 10 and p.place <= p.learners / 5 * 5
     group by p.module
     order by p.module
$$;

-- The same for an authority and all that stood below it on a day: one change for each person, the mean over that person's
-- modules. People come in by fives within their own authority, so that what is told of two authorities, or of two days,
-- differs by no people or by at least five.
create function gains.gained(body uuid, at timestamptz, day date)
    returns table (changes float8[])
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with learner as (
        select g.authority, g.official, avg(g.change)::float8 as change, min(g.measured) as measured
          from gains.gain g
         where g.change is not null and g.measured <= at
           and g.authority = any (array(
               select c.descendant from authorities.closure c where c.ancestor = body and c.valid @> day))
         group by g.authority, g.official
    ), placed as (
        select l.change,
               row_number() over (partition by l.authority order by l.measured, l.official) as place,
               count(*) over (partition by l.authority) as learners
          from learner l
    )
    select coalesce(array_agg(p.change order by p.change), '{}')
      from placed p
     where p.place <= p.learners / 5 * 5
$$;
