-- Authorities that declared the same need may act together. Each says for itself whether it is ready to, and nobody writes
-- what is another's; two that both said so see each other.
create schema needs;

create table needs.joining (
    authority uuid not null,
    need      uuid not null,
    ready     boolean not null,
    said      timestamptz not null,
    said_by   uuid not null references accounts.account,
    primary key (authority, need),
    foreign key (authority, need) references capacity.need
);

alter table needs.joining enable row level security;
create policy below on needs.joining using (
    authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

create index need_alike on capacity.need (competency, target)
    where state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue');

-- Whether two authorities are near each other: in one country, or below one body that is not the partnership itself.
create function needs.near(one uuid, other uuid) returns boolean
    language sql stable set search_path = pg_catalog, pg_temp
as $$
    select exists (
               select from authorities.authority a join authorities.authority b on b.country = a.country
                where a.id = one and b.id = other)
        or exists (
               select from authorities.closure a
                 join authorities.closure b on b.ancestor = a.ancestor and b.descendant = other and b.valid @> current_date
                 join authorities.authority above on above.id = a.ancestor and above.kind <> 'partnership'
                where a.descendant = one and a.valid @> current_date)
$$;

-- How many other authorities nearby have declared the same and share a language, by kind and country, and how many of them
-- are ready to act together: counts, and no name. Only for an authority within the asker's reach.
create function needs.alike(house uuid, wanted text, level int, spoken text[])
    returns table (kind text, country text, authorities int, ready int)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select a.kind, a.country, count(*)::int, count(*) filter (where j.ready)::int
      from capacity.need n
      join authorities.authority a on a.id = n.authority
      left join needs.joining j on j.authority = n.authority and j.need = n.id
     where house = any (array(
               select descendant from authorities.closure
                where ancestor = any (nullif(current_setting('academy.roots', true), '')::uuid[]) and valid @> current_date))
       and n.competency = wanted and n.target = level and n.languages && spoken and n.authority <> house
       and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')
       and needs.near(house, n.authority)
     group by a.kind, a.country
$$;

-- The others that are ready to act together, for a need within the asker's reach that is ready as well: who they are, what
-- they need, and whom to speak to.
create function needs.partners(asked uuid)
    returns table (authority uuid, need uuid, name text, name_latin text, country text, staff int, deadline date,
                   languages text[], said timestamptz, person text, email text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select n.authority, n.id, a.name, a.name_latin, a.country, n.staff, n.deadline, n.languages, j.said, p.name, p.email
      from capacity.need mine
      join needs.joining yes on yes.authority = mine.authority and yes.need = mine.id and yes.ready
      join capacity.need n on n.competency = mine.competency and n.target = mine.target
                          and n.languages && mine.languages and n.authority <> mine.authority
      join needs.joining j on j.authority = n.authority and j.need = n.id and j.ready
      join authorities.authority a on a.id = n.authority
      join accounts.account p on p.id = j.said_by
     where mine.id = asked
       and mine.authority = any (array(
               select descendant from authorities.closure
                where ancestor = any (nullif(current_setting('academy.roots', true), '')::uuid[]) and valid @> current_date))
       and mine.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')
       and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')
       and needs.near(mine.authority, n.authority)
     order by j.said, n.id
$$;

-- The asker's own needs which somebody nearby would join and for which the asker has not said anything yet.
create function needs.invitations(at_most int)
    returns table (need uuid, competency text, target int, name text, name_latin text, authorities int)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select mine.id, mine.competency, mine.target, h.name, h.name_latin, count(*)::int
      from capacity.need mine
      join authorities.authority h on h.id = mine.authority
      join capacity.need n on n.competency = mine.competency and n.target = mine.target
                          and n.languages && mine.languages and n.authority <> mine.authority
      join needs.joining j on j.authority = n.authority and j.need = n.id and j.ready
     where mine.authority = any (array(
               select descendant from authorities.closure
                where ancestor = any (nullif(current_setting('academy.roots', true), '')::uuid[]) and valid @> current_date))
       and mine.state in ('declared', 'verified', 'planned', 'in_progress', 'overdue')
       and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')
       and not exists (select from needs.joining said where said.authority = mine.authority and said.need = mine.id)
       and needs.near(mine.authority, n.authority)
     group by mine.id, mine.competency, mine.target, h.name, h.name_latin, mine.deadline
     order by mine.deadline, mine.id
     limit at_most
$$;

-- What authorities of a country declare most often: only what at least three of them did.
create function needs.often(land text, at_most int) returns table (competency text, authorities int)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select n.competency, count(distinct n.authority)::int
      from capacity.need n
      join authorities.authority a on a.id = n.authority
     where a.country = land and n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue')
     group by n.competency
    having count(distinct n.authority) >= 3
     order by count(distinct n.authority) desc, n.competency
     limit at_most
$$;
