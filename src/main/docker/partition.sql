-- Divides the tables of people's records into 16 parts by authority, for a database that has outgrown one table of each
-- (docs/operations.md, "Parts"). Run it once, as the owner of the tables, with no node running, after the migrations:
--
--     psql -U academy_owner -d academy -v ON_ERROR_STOP=1 -f partition.sql
--
-- Everything happens in one transaction: it is done, or nothing has changed. Names, keys, policies, triggers, views and
-- rights are those of the tables before; only the parts are new, in a schema of their own that nobody may read directly.

do $$
declare
    parts    constant int := 16;
    -- each after those that its foreign keys name
    tables   constant text[] := array[
        'progress.enrolment', 'progress.lesson', 'progress.completion', 'assignments.assignment', 'review.decision',
        'assessment.attempt', 'assessment.answer', 'certificates.certificate', 'evidence.evidence', 'gains.gain',
        'capacity.need', 'capacity.need_event', 'capacity.listed', 'authorities.figure'];
    todo     oid[];
    whole    regclass;
    folder   text;
    plain    text;
    rebuilt  text[] := '{}';
    last     text[] := '{}';
    step     text;
    found    record;
    part     int;
    old_rows bigint;
    new_rows bigint;
begin
    perform set_config('search_path', '', true);
    select array_agg(name::regclass::oid order by place) into todo
      from unnest(tables) with ordinality as t (name, place)
      join pg_catalog.pg_class c on c.oid = name::regclass and c.relkind = 'r';
    if todo is null then
        raise notice 'The tables are divided already.';
        return;
    end if;
    foreach step in array tables loop
        execute pg_catalog.format('lock table %s in access exclusive mode', step);
    end loop;

    -- Views that read the tables: taken away, and put back at the end.
    for found in
        select distinct c.oid::regclass as view, pg_catalog.pg_get_viewdef(c.oid) as text, c.reloptions, c.relacl
          from pg_catalog.pg_depend d
          join pg_catalog.pg_rewrite r on r.oid = d.objid and d.classid = 'pg_catalog.pg_rewrite'::regclass
          join pg_catalog.pg_class c on c.oid = r.ev_class and c.relkind = 'v'
         where d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = any (todo)
    loop
        last := last || pg_catalog.format('create view %s with (%s) as %s', found.view,
                    pg_catalog.array_to_string(coalesce(found.reloptions, '{security_invoker=true}'), ', '), found.text);
        last := last || array(
            select pg_catalog.format('grant %s on %s to %I', a.privilege_type, found.view, pg_catalog.pg_get_userbyid(a.grantee))
              from pg_catalog.aclexplode(found.relacl) a
             where a.grantee <> (select relowner from pg_catalog.pg_class where oid = found.view));
        execute pg_catalog.format('drop view %s', found.view);
    end loop;

    -- Foreign keys from and to the tables: taken away, and put back when all tables stand.
    for found in
        select k.conrelid::regclass as holder, k.conname as name, pg_catalog.pg_get_constraintdef(k.oid) as text
          from pg_catalog.pg_constraint k
         where k.contype = 'f' and k.conparentid = 0 and (k.conrelid = any (todo) or k.confrelid = any (todo))
         order by k.oid
    loop
        rebuilt := rebuilt || pg_catalog.format('alter table %s add constraint %I %s', found.holder, found.name, found.text);
        execute pg_catalog.format('alter table %s drop constraint %I', found.holder, found.name);
    end loop;

    create schema if not exists parts;
    create schema outgoing;
    foreach whole in array todo::regclass[] loop
        select n.nspname, c.relname into folder, plain
          from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = whole;

        declare
            -- what stands on the table, in words, before it moves away
            keys     text[] := array(
                select pg_catalog.format('alter table %I.%I add constraint %I %s', folder, plain, conname, pg_catalog.pg_get_constraintdef(oid))
                  from pg_catalog.pg_constraint where conrelid = whole and contype in ('p', 'u'));
            indexes  text[] := array(
                select pg_catalog.pg_get_indexdef(i.indexrelid)
                  from pg_catalog.pg_index i
                 where i.indrelid = whole
                   and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u')));
            triggers text[] := array(
                select pg_catalog.pg_get_triggerdef(oid) from pg_catalog.pg_trigger where tgrelid = whole and not tgisinternal);
            policies text[] := array(
                select pg_catalog.format('create policy %I on %I.%I as %s for %s to %s', policyname, folder, plain, permissive, cmd,
                           (select pg_catalog.string_agg(case when r = 'public' then 'public' else pg_catalog.quote_ident(r) end, ', ')
                              from unnest(roles) as r))
                       || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
                  from pg_catalog.pg_policies where schemaname = folder and tablename = plain);
            rights   text[] := array(
                select pg_catalog.format('grant %s on %I.%I to %I', a.privilege_type, folder, plain, pg_catalog.pg_get_userbyid(a.grantee))
                  from pg_catalog.pg_class c, pg_catalog.aclexplode(c.relacl) a where c.oid = whole and a.grantee <> c.relowner);
            columns  text := (
                select pg_catalog.string_agg(pg_catalog.quote_ident(attname), ', ' order by attnum)
                  from pg_catalog.pg_attribute where attrelid = whole and attnum > 0 and not attisdropped and attgenerated = '');
            bound    boolean := (select relrowsecurity from pg_catalog.pg_class where oid = whole);
        begin
            execute pg_catalog.format('alter table %s set schema outgoing', whole);
            execute pg_catalog.format(
                'create table %1$I.%2$I (like outgoing.%2$I including defaults including constraints including generated
                     including identity including storage including comments including statistics) partition by hash (authority)',
                folder, plain);
            foreach step in array keys loop
                execute step;
            end loop;
            for part in 0 .. parts - 1 loop
                execute pg_catalog.format('create table parts.%I partition of %I.%I for values with (modulus %s, remainder %s)',
                    pg_catalog.format('%s_%s_%s', folder, plain, pg_catalog.lpad(part::text, 2, '0')), folder, plain, parts, part);
                -- read past the whole, a part shows nothing
                execute pg_catalog.format('alter table parts.%I enable row level security',
                    pg_catalog.format('%s_%s_%s', folder, plain, pg_catalog.lpad(part::text, 2, '0')));
            end loop;
            execute pg_catalog.format('insert into %1$I.%2$I (%3$s) select %3$s from outgoing.%2$I', folder, plain, columns);
            get diagnostics new_rows = row_count;
            execute pg_catalog.format('select count(*) from outgoing.%I', plain) into old_rows;
            if old_rows <> new_rows then
                raise exception '%.% has % rows, % were moved', folder, plain, old_rows, new_rows;
            end if;
            -- every unique index holds the authority already (SchemaTest)
            execute pg_catalog.format('drop table outgoing.%I', plain);
            foreach step in array indexes || triggers || policies || rights loop
                execute step;
            end loop;
            if bound then
                execute pg_catalog.format('alter table %I.%I enable row level security', folder, plain);
            end if;
            raise notice '%.%: % rows in % parts', folder, plain, new_rows, parts;
        end;
    end loop;

    foreach step in array rebuilt || last loop
        execute step;
    end loop;
    drop schema outgoing;
    foreach step in array tables loop
        execute pg_catalog.format('analyze %s', step);
    end loop;
end $$;
