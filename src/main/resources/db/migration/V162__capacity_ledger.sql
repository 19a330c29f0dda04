-- The ledger is append only for everybody, the owner of the tables included: what a need's figures rest on is not
-- rewritten by a repair either. A mistake is mended by a further line.
create function capacity.keep_ledger() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'A line of a need''s ledger is never changed or taken away' using errcode = 'restrict_violation';
end $$;

create trigger need_event_stays before update or delete or truncate on capacity.need_event
    for each statement execute function capacity.keep_ledger();

-- Each line follows the one before it: its number is the next, and it begins where that one ended.
create function capacity.follow_ledger() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    before record;
begin
    -- an order that was carried out already is left to the key that keeps it from being carried out twice
    if exists (select from capacity.need_event e where e.authority = new.authority and e.command = new.command) then
        return new;
    end if;
    select e.ordinal, e.became into before
      from capacity.need_event e
     where e.authority = new.authority and e.need = new.need
     order by e.ordinal desc
     limit 1;
    if new.ordinal <> coalesce(before.ordinal, 0) + 1 or new.was is distinct from coalesce(before.became, 'draft') then
        raise exception 'Line % of need % does not follow line %', new.ordinal, new.need, before.ordinal
            using errcode = 'unique_violation';
    end if;
    return new;
end $$;

create trigger need_event_follows before insert on capacity.need_event
    for each row execute function capacity.follow_ledger();
