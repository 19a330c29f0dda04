-- How far needs were, as of any moment: section 6 of the domain guide.

-- held(o, c, t): the largest level below which no rung is missing, by what is valid at that moment. Evidence counts from
-- its first moment on, and no longer at its last.
create function evidence.held(person uuid, wanted text, moment timestamptz)
    returns int
    language sql stable
as $$
    select coalesce(max(counted.level), 0)
      from (select rung.level, row_number() over (order by rung.level) as place
              from (select distinct e.level
                      from evidence.evidence e
                     where e.official = person and e.competency = wanted
                       and e.valid_from <= moment and (e.valid_until is null or e.valid_until > moment)) as rung) as counted
     where counted.level = counted.place
$$;

-- staff(n, t): who counts for a need: the people on its list who work there on the day, or all who do where it has no list.
create function capacity.staff(house uuid, which uuid, moment timestamptz, day date)
    returns table (official uuid, listed boolean)
    language sql stable
as $$
    with list as (
        select l.official
          from capacity.listed l
         where l.authority = house and l.need = which and l.since <= moment and (l.until is null or l.until > moment)
    )
    select distinct m.account, exists (select from list)
      from accounts.membership m
     where m.authority = house and m.started <= day and (m.ended is null or m.ended > day)
       and (m.account in (select list.official from list) or not exists (select from list))
$$;

-- How many people counted for a need, how many of them held the level, and gap(n, t): the rungs missing on the places to
-- fill, best people first; places for which there is nobody count from the usual level, and so does everybody where no list
-- says that each person's own level counts.
create function capacity.coverage(
    house uuid, which uuid, wanted text, usual int, target int, places int, moment timestamptz, day date)
    returns table (members int, holders int, gap int)
    language sql stable
as $$
    with known as (
        select evidence.held(s.official, wanted, moment) as level, case when s.listed then 0 else usual end as floor
          from capacity.staff(house, which, moment, day) s
    ), placed as (
        select k.level, k.floor, row_number() over (order by k.level desc) as place from known k
    )
    select count(*)::int,
           count(*) filter (where p.level >= target)::int,
           (coalesce(sum(greatest(0, target - greatest(p.level, p.floor))) filter (where p.place <= places), 0)
            + greatest(0, places - count(*)) * (target - usual))::int
      from placed p
$$;

create schema closing;

-- Every need that was neither a draft nor withdrawn at a moment, on the tree of that day: at and below one authority, or
-- everywhere when none is named. The terms are those of the moment. Numbers of each authority's own people, never a person;
-- they are read together and past the policies of the asker, because what may be shown of one authority depends on its
-- neighbours, and because the tree of that day may not be the tree of today.
create function closing.standing(body uuid, moment timestamptz, day date)
    returns table (authority uuid, need uuid, competency text, current int, target int, staff int, weight int,
                   deadline date, state text, declared timestamptz, closed timestamptz,
                   members int, holders int, gap int, began int, gap_began int)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with own as (
        select n.authority, n.id, n.competency, n.target, n.declared, n.current, n.staff, n.weight, n.deadline,
               (select e.became from capacity.need_event e
                 where e.authority = n.authority and e.need = n.id and e.at <= moment
                 order by e.ordinal desc limit 1) as state,
               (select max(e.at) from capacity.need_event e
                 where e.authority = n.authority and e.need = n.id and e.at <= moment and e.event = 'close') as closed,
               (select e.cause -> 'terms' from capacity.need_event e
                 where e.authority = n.authority and e.need = n.id and e.at <= moment and e.cause ? 'terms'
                 order by e.ordinal desc limit 1) as terms
          from capacity.need n
         where n.declared <= moment
           and (body is null
                or n.authority = any (array(
                    select c.descendant from authorities.closure c where c.ancestor = body and c.valid @> day)))
    ), agreed as (
        select o.authority, o.id, o.competency, o.target, o.declared, o.state, o.closed,
               coalesce((o.terms ->> 'current')::int, o.current) as current,
               coalesce((o.terms ->> 'staff')::int, o.staff) as staff,
               coalesce((o.terms ->> 'deadline')::date, o.deadline) as deadline,
               case o.terms ->> 'weight'
                   when 'LOW' then 1 when 'MEDIUM' then 2 when 'HIGH' then 4 when 'LEGAL' then 8 else o.weight end as weight
          from own o
         where o.state not in ('draft', 'withdrawn')
    )
    select a.authority, a.id, a.competency, a.current, a.target, a.staff, a.weight, a.deadline, a.state, a.declared,
           case when a.state = 'closed' then a.closed end,
           now.members, now.holders, now.gap, first.holders, first.gap
      from agreed a
     cross join lateral capacity.coverage(a.authority, a.id, a.competency, a.current, a.target, a.staff, moment, day) now
     cross join lateral capacity.coverage(
         a.authority, a.id, a.competency, a.current, a.target, a.staff, a.declared,
         (a.declared at time zone 'Europe/Rome')::date) first
     order by a.authority, a.id
$$;

-- How many people of an authority and of all that stood below it on a day completed a module between two days, rounded down
-- to fives, so that neither two authorities nor two periods can be subtracted to less than that.
create function closing.used(body uuid, first date, last date, day date)
    returns table (module text, people int)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select c.module, (count(distinct c.official) / 5 * 5)::int
      from progress.completion c
     where c.review in ('none', 'confirmed')
       and (coalesce(c.decided, c.completed) at time zone 'Europe/Rome')::date between first and last
       and c.authority = any (array(
           select t.descendant from authorities.closure t where t.ancestor = body and t.valid @> day))
     group by c.module
    having count(distinct c.official) >= 5
     order by 2 desc, 1
$$;
