-- Attempts at quizzes, and the answers given: an official's own, and nobody else's.

create schema assessment;

create table assessment.attempt (
    authority uuid not null references authorities.authority,
    id        uuid not null default uuidv7(),
    official  uuid not null references accounts.account,
    module    text not null,
    number    text not null,
    major     int  not null,
    ordinal   int  not null check (ordinal > 0),
    language  text not null,
    seed      bigint not null,
    paper     jsonb not null,               -- the questions as drawn, in their order that day
    state     text not null default 'open' check (state in ('open', 'graded')),
    opened    timestamptz not null,
    submitted timestamptz,
    won       numeric,                      -- points won and points to win, as an exact fraction
    won_of    numeric,
    passed    boolean,
    marks     jsonb,
    version   int not null default 0,
    primary key (authority, id),
    foreign key (module, number) references catalogue.version,
    check ((state = 'graded') = (submitted is not null)),
    check ((state = 'graded') = (passed is not null))
);

create unique index attempt_one_open on assessment.attempt (official, module) where state = 'open';
create unique index attempt_ordinal on assessment.attempt (official, module, major, ordinal);

-- One row an answer: the highest sequence wins, the same key has the same effect.
create table assessment.answer (
    authority uuid not null,
    attempt   uuid not null,
    number    int  not null check (number >= 0),
    official  uuid not null references accounts.account,
    key       uuid not null,
    sequence  int  not null check (sequence > 0),
    given     jsonb not null,
    saved     timestamptz not null,
    primary key (authority, attempt, number),
    foreign key (authority, attempt) references assessment.attempt
);

alter table assessment.attempt enable row level security;
create policy mine on assessment.attempt using (
    official = (select nullif(current_setting('academy.person', true), '')::uuid));

alter table assessment.answer enable row level security;
create policy mine on assessment.answer using (
    official = (select nullif(current_setting('academy.person', true), '')::uuid));
