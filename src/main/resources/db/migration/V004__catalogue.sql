-- Modules: drafts, review, immutable versions and their editions. What is published is public.

create schema catalogue;

create table catalogue.module (
    id         text primary key,
    trainer    uuid not null,               -- who answers for it
    byline     text not null,               -- the trainer's name as readers see it
    created    timestamptz not null default now()
);

create table catalogue.version (
    module       text not null references catalogue.module,
    number       text not null,
    major        int  not null,
    minor        int  not null,
    patch        int  not null,
    state        text not null check (state in ('published', 'deprecated', 'retired')),
    theme        text not null,
    minutes      int  not null,
    lessons      int  not null,
    valid_months int  not null,
    review_by    date not null,
    countries    text[] not null,
    requires     jsonb not null,
    quiz         jsonb not null,
    published    timestamptz not null,
    reviewer     text not null,
    primary key (module, number)
);

create unique index version_order on catalogue.version (module, major, minor, patch);

-- What a version teaches, a row a rung: the index from a rung to its versions.
create table catalogue.rung (
    competency text not null,
    level      int  not null check (level between 1 and 4),
    module     text not null,
    number     text not null,
    primary key (competency, level, module, number),
    foreign key (module, number) references catalogue.version
);

create index rung_version on catalogue.rung (module, number);

create table catalogue.edition (
    module      text not null,
    number      text not null,
    language    text not null,
    translation text not null check (translation in ('original', 'machine', 'draft', 'reviewed')),
    title       text not null,
    summary     text not null,
    content     jsonb not null,             -- the edition as it was read from its text
    words       tsvector not null,
    primary key (module, number, language),
    foreign key (module, number) references catalogue.version
);

create index edition_words on catalogue.edition using gin (words);

-- A lesson's text, made into safe HTML once, at publication.
create table catalogue.lesson (
    module   text not null,
    number   text not null,
    language text not null,
    lesson   int  not null check (lesson > 0),
    title    text not null,
    minutes  int  not null,
    html     text not null,
    primary key (module, number, language, lesson),
    foreign key (module, number, language) references catalogue.edition
);

create table catalogue.draft (
    id        uuid primary key default uuidv7(),
    module    text not null,
    language  text not null,
    number    text not null,
    title     text not null,
    source    text not null,                -- the module format, as typed
    author    uuid not null references accounts.account,
    byline    text not null,
    state     text not null check (state in ('draft', 'in_review', 'approved', 'published')),
    reviewer  uuid references accounts.account,
    reviewed_by text,
    comment   text,
    changed   timestamptz not null default now(),
    version   int not null default 0,
    check (reviewer is null or reviewer <> author)
);

create index draft_author on catalogue.draft (author, changed desc);
create index draft_state on catalogue.draft (state, changed);

-- A draft is its author's alone until it is handed in.
alter table catalogue.draft enable row level security;
create policy mine_or_handed_in on catalogue.draft using (
    author = (select nullif(current_setting('academy.person', true), '')::uuid) or state <> 'draft')
    with check (nullif(current_setting('academy.person', true), '') is not null);
