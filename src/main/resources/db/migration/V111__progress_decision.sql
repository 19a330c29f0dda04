-- Who decided what about whose progress, when and why. A later decision refers to the one before it.

create table progress.decision (
    authority  uuid not null references authorities.authority,
    id         uuid not null default uuidv7(),
    official   uuid not null references accounts.account,
    enrolment  uuid not null,
    verdict    text not null check (verdict in ('confirmed', 'returned', 'resubmitted', 'reset')),
    reason     text check (verdict not in ('returned', 'reset') or reason is not null),
    decided_by uuid not null references accounts.account,
    decided    timestamptz not null,
    earlier    uuid,
    primary key (authority, id),
    foreign key (authority, enrolment) references progress.enrolment,
    foreign key (authority, earlier) references progress.decision,
    check (verdict = 'resubmitted' or decided_by <> official)
);

create index decision_enrolment on progress.decision (authority, enrolment, decided);

alter table progress.decision enable row level security;
create policy mine_or_below on progress.decision using (
    official = (select nullif(current_setting('academy.person', true), '')::uuid)
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

-- What was decided stays as it was decided.
create function progress.decided_stays() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'A decision never changes; decide anew' using errcode = 'restrict_violation';
end
$$;

create trigger decided_stays before update or delete on progress.decision
    for each row execute function progress.decided_stays();
