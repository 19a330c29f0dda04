-- Public bodies in their tree, and their territories. Small reference tables: everyone may read them.

create schema authorities;

create table authorities.territory (
    code    text primary key,               -- scheme, edition, code: NUTS:2024:ITI1
    name    text not null,
    country text not null,
    level   int  not null check (level between 0 and 3),
    parent  text references authorities.territory
);

create table authorities.authority (
    id              uuid primary key default uuidv7(),
    name            text not null,          -- as the body calls itself
    name_latin      text,                   -- for readers of another script
    kind            text not null check (kind in ('partnership', 'national', 'region', 'province', 'municipality', 'association')),
    country         text,                   -- null for the partnership alone
    territory       text references authorities.territory,
    languages       text[] not null,        -- working languages, first choice first
    population      int,
    review_required boolean not null default false,
    contact         text,
    opened          date not null default date '2026-01-01',
    closed          date,
    version         int not null default 0
);

-- Who stands above whom, and from when until when. Each authority is its own ancestor at depth 0.
create table authorities.closure (
    ancestor   uuid not null references authorities.authority,
    descendant uuid not null references authorities.authority,
    depth      int not null check (depth >= 0),
    valid      daterange not null default daterange(date '2026-01-01', null),
    primary key (ancestor, descendant, valid)
);

create index closure_upwards on authorities.closure (descendant, depth);

-- A change of a figure, written in the transaction that makes the change; the folder adds it up (see Folding).
create table authorities.delta (
    id        uuid primary key default uuidv7(),
    authority uuid not null references authorities.authority,
    day       date not null,
    measure   text not null,
    amount    int  not null
);

-- Each authority's own figures by day.
create table authorities.figure (
    authority uuid not null references authorities.authority,
    measure   text not null,
    day       date not null,
    amount    bigint not null,
    primary key (authority, measure, day)
);

-- Sums over each authority and all below it, on the tree of today.
create table authorities.total (
    authority uuid not null references authorities.authority,
    measure   text not null,
    amount    bigint not null,
    primary key (authority, measure)
);
