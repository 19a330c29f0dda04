-- People, memberships, roles, sessions.

create schema accounts;

create table accounts.account (
    id        uuid primary key default uuidv7(),
    email     text not null check (email = lower(email)),
    password  text not null,
    name      text not null,
    language  text not null default 'en',
    mode      text not null default 'system' check (mode in ('system', 'light', 'dark')),
    authority uuid not null references authorities.authority,   -- of the primary membership
    suspended timestamptz,
    created   timestamptz not null default now(),
    version   int not null default 0
);

create unique index account_email on accounts.account (email);
create index account_authority on accounts.account (authority, name);

create table accounts.membership (
    id         uuid primary key default uuidv7(),
    account    uuid not null references accounts.account,
    authority  uuid not null references authorities.authority,
    is_primary boolean not null default true,
    started    date not null default current_date,
    ended      date,
    check (ended is null or ended >= started)
);

create unique index membership_one_primary on accounts.membership (account) where is_primary and ended is null;
create index membership_authority on accounts.membership (authority) where ended is null;
create index membership_account on accounts.membership (account);

-- A role rests on a membership and ends with it.
create table accounts.role (
    membership uuid not null references accounts.membership,
    role       text not null check (role in ('official', 'trainer', 'coordinator', 'administrator')),
    primary key (membership, role)
);

-- Session ids are kept as hashes only.
create table accounts.session (
    id_hash  bytea primary key,
    account  uuid references accounts.account,
    content  bytea not null,
    created  timestamptz not null,
    accessed timestamptz not null,
    expires  timestamptz not null
);

create index session_account on accounts.session (account);
create index session_expires on accounts.session (expires);

-- The two scope settings in words: mine, or at or below an authority I answer for.
alter table accounts.account enable row level security;
create policy mine_or_below on accounts.account using (
    id = (select nullif(current_setting('academy.person', true), '')::uuid)
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

alter table accounts.membership enable row level security;
create policy mine_or_below on accounts.membership using (
    account = (select nullif(current_setting('academy.person', true), '')::uuid)
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

alter table accounts.role enable row level security;
create policy with_its_membership on accounts.role using (
    membership in (select id from accounts.membership));

-- Sessions are reached through the functions below, and not at all otherwise.
alter table accounts.session enable row level security;

-- Figures: of my own authorities, or at or below an authority I answer for. A change may be reported by anyone.
alter table authorities.delta enable row level security;
create policy report on authorities.delta for insert with check (true);
create policy fold on authorities.delta for select using (
    authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));
create policy folded on authorities.delta for delete using (
    authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

alter table authorities.figure enable row level security;
create policy house_or_below on authorities.figure using (
    authority = any (array(
        select authority from accounts.membership
         where account = (select nullif(current_setting('academy.person', true), '')::uuid) and ended is null))
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

alter table authorities.total enable row level security;
create policy house_or_below on authorities.total using (
    authority = any (array(
        select authority from accounts.membership
         where account = (select nullif(current_setting('academy.person', true), '')::uuid) and ended is null))
    or authority = any (array(
        select descendant from authorities.closure
         where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and valid @> current_date)));

-- Who signs in: found by address before anyone is known. Owned by the owner, with a fixed path.
create function accounts.sign_in(wanted text)
    returns table (id uuid, password text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select a.id, a.password from accounts.account a where a.email = lower(wanted) and a.suspended is null
$$;

create function accounts.session_read(wanted bytea)
    returns table (account uuid, content bytea, created timestamptz, accessed timestamptz, expires timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select s.account, s.content, s.created, s.accessed, s.expires
      from accounts.session s
     where s.id_hash = wanted and s.expires > now()
$$;

create function accounts.session_write(
    wanted bytea, whose uuid, what bytea, born timestamptz, seen timestamptz, until timestamptz)
    returns void
    language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into accounts.session as s (id_hash, account, content, created, accessed, expires)
    values (wanted, whose, what, born, seen, until)
    on conflict (id_hash) do update
       set account = excluded.account, content = excluded.content, accessed = excluded.accessed, expires = excluded.expires
$$;

create function accounts.session_delete(wanted bytea)
    returns void
    language sql security definer set search_path = pg_catalog, pg_temp
as $$
    delete from accounts.session where id_hash = wanted
$$;

create function accounts.sessions_sweep()
    returns bigint
    language sql security definer set search_path = pg_catalog, pg_temp
as $$
    with gone as (delete from accounts.session where expires <= now() returning 1) select count(*) from gone
$$;

-- The person of a session: found by id before the scope is known.
create function accounts.principal(wanted uuid)
    returns table (id uuid, email text, name text, language text, mode text, authority uuid, roles text[])
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select a.id, a.email, a.name, a.language, a.mode, a.authority,
           array(select r.role || ' ' || m.authority
                   from accounts.membership m join accounts.role r on r.membership = m.id
                  where m.account = a.id and (m.ended is null or m.ended > current_date))
      from accounts.account a
     where a.id = wanted and a.suspended is null
$$;
