-- A file of needs that somebody handed in, kept until it is declared or a week has gone by. Only its owner sees it.
create table needs.batch (
    authority uuid not null references authorities.authority,
    id        uuid not null,
    owner     uuid not null references accounts.account,
    text      text not null check (length(text) <= 2500000),
    handed_in timestamptz not null,
    declared  timestamptz,
    lines     int,
    primary key (authority, id)
);

create unique index batch_id on needs.batch (id);
create index batch_age on needs.batch (handed_in);

alter table needs.batch enable row level security;
create policy mine on needs.batch using (owner = (select nullif(current_setting('academy.person', true), '')::uuid));
