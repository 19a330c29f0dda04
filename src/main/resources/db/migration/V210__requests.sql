-- What authorities ask trainers for in their own words, and what became of it.

create schema requests;

create table requests.request (
    authority  uuid not null references authorities.authority,
    id         uuid not null default uuidv7(),
    subject    text not null check (subject <> ''),
    text       text not null check (text <> ''),
    language   text not null,
    need       uuid,                          -- what it is about, where a need says so
    competency text,
    level      int,
    state      text not null check (state in
                   ('open', 'matched', 'accepted', 'declined', 'scheduled', 'delivered', 'closed')),
    module     text,                          -- what serves it
    day        date,                          -- when the training is
    asked      timestamptz not null,
    asked_by   uuid not null references accounts.account,
    version    int not null default 1,
    primary key (authority, id),
    foreign key (authority, need) references capacity.need (authority, id),
    check ((need is null) = (competency is null) and (need is null) = (level is null)),
    check (state <> 'matched' or module is not null),
    check (state not in ('scheduled', 'delivered', 'closed') or day is not null)
);

create index request_id on requests.request (id);
create index request_waiting on requests.request (asked desc) where state in ('open', 'accepted', 'scheduled');

-- Append only: what happened to a request, who did it, and what was said.
create table requests.step (
    authority uuid not null,
    request   uuid not null,
    ordinal   int  not null check (ordinal > 0),
    event     text not null,
    was       text not null,
    became    text not null,
    actor     uuid not null references accounts.account,
    byline    text,                           -- a trainer's name as readers see it; null for the authority itself
    at        timestamptz not null,
    said      text not null check (said <> ''),
    command   uuid not null,
    primary key (authority, request, ordinal),
    foreign key (authority, request) references requests.request (authority, id)
);

create unique index step_command on requests.step (authority, command);

do $$
declare
    of text;
begin
    foreach of in array array['request', 'step'] loop
        execute format('alter table requests.%I enable row level security', of);
        execute format($policy$
            create policy work on requests.%I using ((
                select nullif(current_setting('academy.person', true), '') is null
                   and coalesce(nullif(current_setting('academy.roots', true), ''), '{}') <> '{}'))
        $policy$, of);
        execute format($policy$
            create policy house_or_below on requests.%I using (
                authority = any (array(
                    select descendant from authorities.closure
                     where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
                       and valid @> current_date)))
        $policy$, of);
        -- Trainers answer, whoever asks.
        execute format($policy$
            create policy trainers_read on requests.%I for select using ((
                select exists (
                    select from accounts.membership m
                      join accounts.role r on r.membership = m.id and r.role = 'trainer'
                     where m.account = nullif(current_setting('academy.person', true), '')::uuid and m.ended is null)))
        $policy$, of);
    end loop;
end $$;

create policy trainers_answer on requests.request for update using ((
    select exists (
        select from accounts.membership m
          join accounts.role r on r.membership = m.id and r.role = 'trainer'
         where m.account = nullif(current_setting('academy.person', true), '')::uuid and m.ended is null)));
create policy trainers_answer on requests.step for insert with check (
    actor = (select nullif(current_setting('academy.person', true), '')::uuid)
    and (select exists (
        select from accounts.membership m
          join accounts.role r on r.membership = m.id and r.role = 'trainer'
         where m.account = nullif(current_setting('academy.person', true), '')::uuid and m.ended is null)));
