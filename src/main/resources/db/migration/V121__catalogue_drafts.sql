-- A draft says in lists whether it is a translation.
alter table catalogue.draft
    add column is_translation boolean not null default false;
