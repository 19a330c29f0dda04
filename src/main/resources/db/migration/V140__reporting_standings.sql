-- How many officials each authority has, and how many of them hold a certificate: counts of each authority's own people,
-- never a person. Who may not see the persons is shown them only as far as too few people cannot be told from them; what
-- that is depends on the neighbours' counts too, so they are read together, past the policies of the asker.
create function authorities.standings()
    returns table (authority uuid, country text, territory text, officials bigint, certified bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with own as (
        select t.authority, t.measure, t.amount
          from authorities.total t
         where t.measure in ('officials', 'certified')
        union all
        select c.ancestor, t.measure, -t.amount
          from authorities.total t
          join authorities.closure c on c.descendant = t.authority and c.depth = 1 and c.valid @> current_date
         where t.measure in ('officials', 'certified')
    )
    select a.id, a.country, a.territory,
           coalesce(sum(o.amount) filter (where o.measure = 'officials'), 0)::bigint,
           coalesce(sum(o.amount) filter (where o.measure = 'certified'), 0)::bigint
      from authorities.authority a
      left join own o on o.authority = a.id
     where a.closed is null
     group by a.id, a.country, a.territory
$$;
