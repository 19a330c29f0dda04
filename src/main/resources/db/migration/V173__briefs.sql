-- What trainers have taken to write.

create schema briefs;

-- A trainer has taken a demand.
create table briefs.brief (
    id          uuid primary key default uuidv7(),
    competency  text not null,
    level       int  not null,
    language    text not null,
    reason      text not null,
    trainer     uuid not null references accounts.account,
    byline      text not null,           -- the trainer's name as readers will see it
    draft       uuid,                    -- where the trainer writes it
    authorities int  not null,
    officials   int  not null,
    deadline    date,
    state       text not null check (state in ('taken', 'delivered', 'given_back')),
    taken       timestamptz not null,
    ended       timestamptz,
    delivered_by text,                   -- the module that covers it
    why         text,                    -- why it was given back
    version     int not null default 0,
    check ((state = 'taken') = (ended is null)),
    check ((state = 'given_back') = (why is not null)),
    check ((state = 'delivered') = (delivered_by is not null))
);

create unique index brief_one_taken on briefs.brief (competency, level, language) where state = 'taken';
create index brief_trainer on briefs.brief (trainer, taken desc);

alter table briefs.brief enable row level security;

-- A brief names no authority: whoever is signed in may read it.
create policy signed_in on briefs.brief for select using (
    (select nullif(current_setting('academy.person', true), '') is not null));
create policy work on briefs.brief using ((
    select nullif(current_setting('academy.person', true), '') is null
       and coalesce(nullif(current_setting('academy.roots', true), ''), '{}') <> '{}'));

-- A brief is its trainer's own to take and to give back; whoever publishes what covers it, delivers it.
create policy take on briefs.brief for insert with check (
    trainer = (select nullif(current_setting('academy.person', true), '')::uuid));
create policy give_back on briefs.brief for update using (
    trainer = (select nullif(current_setting('academy.person', true), '')::uuid));
create policy deliver on briefs.brief for update
    using (state = 'taken') with check (state = 'delivered');
