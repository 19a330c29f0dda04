-- Enrolments, lessons done, assignments, completions and their review.

create schema progress;

create table progress.enrolment (
    authority uuid not null references authorities.authority,
    id        uuid not null default uuidv7(),
    official  uuid not null references accounts.account,
    module    text not null,
    number    text not null,
    major     int  not null,
    language  text not null,
    state     text not null check (state in ('enrolled', 'in_progress', 'quiz_open', 'locked', 'completed', 'withdrawn')),
    lessons   int  not null check (lessons > 0),
    done      int  not null default 0 check (done between 0 and lessons),
    enrolled  timestamptz not null,
    touched   timestamptz not null,
    completed timestamptz,
    extra_attempts int not null default 0,
    version   int not null default 0,
    primary key (authority, id),
    foreign key (module, number) references catalogue.version,
    check ((state = 'completed') = (completed is not null))
);

create unique index enrolment_one_open on progress.enrolment (official, module) where state in ('enrolled', 'in_progress', 'quiz_open', 'locked');
create index enrolment_official on progress.enrolment (official, touched desc);
create index enrolment_authority on progress.enrolment (authority, touched desc);

create table progress.lesson (
    authority uuid not null,
    enrolment uuid not null,
    lesson    int  not null check (lesson > 0),
    official  uuid not null references accounts.account,
    opened    timestamptz not null,
    done      timestamptz,
    primary key (authority, enrolment, lesson),
    foreign key (authority, enrolment) references progress.enrolment
);

create index lesson_official on progress.lesson (official, done desc);

create table progress.assignment (
    authority uuid not null references authorities.authority,
    id        uuid not null default uuidv7(),
    official  uuid not null references accounts.account,
    module    text not null references catalogue.module,
    need      uuid,
    due       date not null,
    state     text not null check (state in ('assigned', 'active', 'done', 'waived', 'overdue')),
    assigned_by uuid not null references accounts.account,
    assigned  timestamptz not null,
    reason    text,
    version   int not null default 0,
    primary key (authority, id)
);

create unique index assignment_once on progress.assignment (official, module) where state in ('assigned', 'active', 'overdue');
create index assignment_need on progress.assignment (authority, need);

create table progress.completion (
    authority uuid not null references authorities.authority,
    id        uuid not null default uuidv7(),
    enrolment uuid not null,
    official  uuid not null references accounts.account,
    module    text not null,
    number    text not null,
    major     int  not null,
    language  text not null,
    won       numeric not null,
    won_of    numeric not null check (won_of > 0 and won between 0 and won_of),
    completed timestamptz not null,
    review    text not null check (review in ('none', 'to_review', 'confirmed', 'returned')),
    decided_by uuid references accounts.account,
    decided   timestamptz,
    reason    text,
    version   int not null default 0,
    primary key (authority, id),
    foreign key (authority, enrolment) references progress.enrolment,
    foreign key (module, number) references catalogue.version,
    check (decided_by is null or decided_by <> official),
    check (review <> 'returned' or reason is not null)
);

create unique index completion_once on progress.completion (authority, enrolment);
create index completion_official on progress.completion (official, completed desc);
create index completion_authority on progress.completion (authority, completed desc);
create index completion_queue on progress.completion (authority, completed) where review = 'to_review';

alter table progress.enrolment enable row level security;
alter table progress.lesson enable row level security;
alter table progress.assignment enable row level security;
alter table progress.completion enable row level security;

do $$
declare
    of text;
begin
    foreach of in array array['enrolment', 'lesson', 'assignment', 'completion'] loop
        execute format($policy$
            create policy mine_or_below on progress.%I using (
                official = (select nullif(current_setting('academy.person', true), '')::uuid)
                or authority = any (array(
                    select descendant from authorities.closure
                     where ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
                       and valid @> current_date)))
        $policy$, of);
    end loop;
end $$;
