-- Open needs as features further down read them. The asker's row-level security holds.
create view capacity.open_need with (security_invoker = true) as
    select n.authority, n.id, n.competency, n.current, n.target, n.staff, n.weight, n.deadline, n.languages, n.reason, n.state,
           n.began, n.declared, n.declared_by, n.version,
           exists (select from capacity.need_event e
                    where e.authority = n.authority and e.need = n.id and e.event = 'verify') as verified,
           array(select l.official from capacity.listed l
                  where l.authority = n.authority and l.need = n.id and l.until is null) as listed
      from capacity.need n
     where n.state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue');

create index need_open_competency on capacity.need (competency, authority, id)
    where state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue');
