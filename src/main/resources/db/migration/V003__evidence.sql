-- Which rungs a person holds, from when until when, and why. One row a rung.

create schema evidence;

create table evidence.evidence (
    authority   uuid not null references authorities.authority,
    id          uuid not null default uuidv7(),
    official    uuid not null references accounts.account,
    competency  text not null,
    level       int  not null check (level between 1 and 4),
    source      text not null check (source in ('certificate', 'prior', 'baseline')),
    source_id   uuid not null,
    valid_from  timestamptz not null,
    valid_until timestamptz check (valid_until is null or valid_until > valid_from),
    primary key (authority, id)
);

create unique index evidence_once on evidence.evidence (authority, source_id, competency, level);
create index evidence_official on evidence.evidence (official, competency, level);
create index evidence_rung on evidence.evidence (authority, competency, level);

alter table evidence.evidence enable row level security;
create policy mine_or_below on evidence.evidence using (
    official = (select nullif(current_setting('academy.person', true), '')::uuid)
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));
