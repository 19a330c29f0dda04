-- The rungs that people hold at this moment. The asker's row-level security holds.
create view evidence.valid with (security_invoker = true) as
    select official, competency, level
      from evidence.evidence
     where valid_from <= now() and (valid_until is null or valid_until > now());

-- What the calendar does to a need has no actor.
alter table capacity.need_event alter column actor drop not null;

-- Administrators see and verify every need, but no person's evidence.
create policy administrators on capacity.need using ((
    select exists (
        select from accounts.membership m
          join accounts.role r on r.membership = m.id and r.role = 'administrator'
         where m.account = nullif(current_setting('academy.person', true), '')::uuid and m.ended is null)));

create policy administrators on capacity.need_event using ((
    select exists (
        select from accounts.membership m
          join accounts.role r on r.membership = m.id and r.role = 'administrator'
         where m.account = nullif(current_setting('academy.person', true), '')::uuid and m.ended is null)));

-- Authorities whose needs are to be looked at again: somebody there holds something new. An official's own transaction
-- sees no colleague, so it only leaves a note; the settling of needs takes it up with the scope of the house.
create table capacity.unsettled (
    id         uuid primary key default uuidv7(),
    authority  uuid not null references authorities.authority,
    competency text not null
);

alter table capacity.unsettled enable row level security;
create policy report on capacity.unsettled for insert with check (true);
create policy settle on capacity.unsettled for select using (
    authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));
create policy settled on capacity.unsettled for delete using (
    authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

create index need_open on capacity.need (deadline, id)
    where state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue');
