-- A need may name the people it is about (N3). Each stands on its list from a moment until another, so that what was
-- counted on an earlier day can be counted again.
create table capacity.listed (
    authority uuid not null,
    need      uuid not null,
    official  uuid not null references accounts.account,
    since     timestamptz not null,
    until     timestamptz check (until is null or until > since),
    primary key (authority, need, official, since),
    foreign key (authority, need) references capacity.need
);

create unique index listed_now on capacity.listed (authority, need, official) where until is null;

alter table capacity.listed enable row level security;
create policy mine_or_below on capacity.listed using (
    official = (select nullif(current_setting('academy.person', true), '')::uuid)
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

-- Whether a need has such a list, and how many people were found to hold its level when they were last counted: lists of
-- needs stand in an order that depends on it, and count anew only those that they show.
alter table capacity.need add column named boolean not null default false;
alter table capacity.need add column holders int not null default 0;
update capacity.need set holders = began;
