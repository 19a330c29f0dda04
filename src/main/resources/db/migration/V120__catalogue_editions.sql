-- An edition keeps the text it was read from, and its own history: a translation may be published later than its version.
alter table catalogue.edition
    add column source    text not null default '',      -- the module format, as it was published
    add column revision  int  not null default 1 check (revision > 0),  -- which publication of the version brought it
    add column byline    text not null default '',      -- who wrote or translated it
    add column reviewer  text not null default '',      -- who approved it
    add column published timestamptz not null default now();

-- What is published stays as it was published, whoever asks: only a version's state may change.
create function catalogue.published_stays() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'What is published never changes: %', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger published_stays before update or delete on catalogue.edition
    for each row execute function catalogue.published_stays();
create trigger published_stays before update or delete on catalogue.lesson
    for each row execute function catalogue.published_stays();
create trigger published_stays before update or delete on catalogue.rung
    for each row execute function catalogue.published_stays();
create trigger published_stays before delete on catalogue.version
    for each row execute function catalogue.published_stays();
create trigger published_changes_no_more before update on catalogue.version
    for each row
    when ((to_jsonb(old) - 'state') is distinct from (to_jsonb(new) - 'state'))
    execute function catalogue.published_stays();

-- A draft is its author's alone until it is handed in, and whoever decided on it may read on when it goes back.
-- Nobody but the author writes it, and never the author decides on it.
drop policy mine_or_handed_in on catalogue.draft;
create policy mine_or_handed_in on catalogue.draft using (
    author = (select nullif(current_setting('academy.person', true), '')::uuid)
    or reviewer = (select nullif(current_setting('academy.person', true), '')::uuid)
    or state <> 'draft')
    with check (
        case when author = (select nullif(current_setting('academy.person', true), '')::uuid)
             then state in ('draft', 'in_review')
             else state = 'published'
               or reviewer = (select nullif(current_setting('academy.person', true), '')::uuid)
        end);

alter table catalogue.draft
    add check (state not in ('approved', 'published') or (reviewer is not null and reviewed_by is not null));
