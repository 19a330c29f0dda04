-- A session that was ended while a request was still at work on it stays ended: what was read is written back only where
-- it still is. A new one is made by session_write, as before.
create function accounts.session_renew(
    wanted bytea, whose uuid, what bytea, seen timestamptz, until timestamptz)
    returns boolean
    language sql security definer set search_path = pg_catalog, pg_temp
as $$
    with kept as (
        update accounts.session as s
           set account = whose, content = what, accessed = seen, expires = until
         where s.id_hash = wanted and s.expires > now()
     returning 1)
    select exists (select from kept)
$$;
