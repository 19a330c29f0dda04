-- Needs of authorities, with everything that happened to them.

create schema capacity;

create table capacity.need (
    authority   uuid not null references authorities.authority,
    id          uuid not null default uuidv7(),
    competency  text not null,
    current     int  not null,
    target      int  not null,
    staff       int  not null check (staff >= 1),
    weight      int  not null check (weight in (1, 2, 4, 8)),
    deadline    date not null,
    languages   text[] not null check (cardinality(languages) >= 1),
    reason      text not null,
    state       text not null check (state in ('draft', 'declared', 'verified', 'planned', 'in_progress', 'met', 'closed', 'overdue', 'withdrawn')),
    began       int  not null default 0,    -- how many held the target level when it was declared
    declared    timestamptz not null,
    declared_by uuid not null references accounts.account,
    version     int not null default 0,
    primary key (authority, id),
    check (0 <= current and current < target and target <= 4),
    check (weight < 4 or reason <> '')
);

create unique index need_one_open on capacity.need (authority, competency, target)
    where state in ('declared', 'verified', 'planned', 'in_progress', 'met', 'overdue');
create index need_authority on capacity.need (authority, deadline);

-- Append only: what happened, who did it, and why. A command is carried out once.
create table capacity.need_event (
    authority uuid not null,
    need      uuid not null,
    ordinal   int  not null check (ordinal > 0),
    event     text not null,
    was       text,
    became    text not null,
    actor     uuid not null references accounts.account,
    at        timestamptz not null,
    cause     jsonb not null,
    command   uuid not null,
    primary key (authority, need, ordinal),
    foreign key (authority, need) references capacity.need
);

create unique index need_event_command on capacity.need_event (authority, command);

alter table capacity.need enable row level security;
alter table capacity.need_event enable row level security;

-- Colleagues see what their own authority needs; coordinators, what stands below them as well.
do $$
declare
    of text;
begin
    foreach of in array array['need', 'need_event'] loop
        execute format($policy$
            create policy house_or_below on capacity.%I using (
                authority = any (array(
                    select authority from accounts.membership
                     where account = (select nullif(current_setting('academy.person', true), '')::uuid) and ended is null))
                or authority = any (array(
                    select descendant from authorities.closure
                     where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
                       and valid @> current_date)))
        $policy$, of);
    end loop;
end $$;
