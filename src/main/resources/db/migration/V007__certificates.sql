-- What was earned, and proving it.

create schema certificates;

create table certificates.certificate (
    authority   uuid not null references authorities.authority,
    id          uuid not null default uuidv7(),
    number      text not null,              -- 128 random bits, as printed
    official    uuid not null references accounts.account,
    completion  uuid not null,
    module      text not null,
    major       int  not null,
    contents    jsonb not null,             -- frozen at issue: name, title, rungs, score, minutes, issuer
    issued      timestamptz not null,
    valid_until timestamptz,
    state       text not null default 'issued' check (state in ('issued', 'revoked', 'superseded')),
    revoked     timestamptz,
    reason      text check (reason in ('fraud', 'error', 'withdrawn content')),
    version     int not null default 0,
    primary key (authority, id),
    foreign key (authority, completion) references progress.completion,
    check ((state = 'revoked') = (revoked is not null and reason is not null))
);

create unique index certificate_once on certificates.certificate (official, module, major) where state = 'issued';
create unique index certificate_completion on certificates.certificate (authority, completion);
create index certificate_official on certificates.certificate (official, issued desc);

-- The global directory from a number to the authority that holds the record.
create table certificates.directory (
    number      text primary key,
    authority   uuid not null,
    certificate uuid not null,
    foreign key (authority, certificate) references certificates.certificate
);

alter table certificates.certificate enable row level security;
create policy mine_or_below on certificates.certificate using (
    official = (select nullif(current_setting('academy.person', true), '')::uuid)
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

alter table certificates.directory enable row level security;
create policy enter on certificates.directory for insert with check (true);

-- What a stranger learns from a number: never the name.
create function certificates.check_number(wanted text)
    returns table (state text, contents jsonb, issued timestamptz, valid_until timestamptz, revoked timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select c.state, c.contents - 'name', c.issued, c.valid_until, c.revoked
      from certificates.directory d
      join certificates.certificate c on c.authority = d.authority and c.id = d.certificate
     where d.number = wanted
$$;
