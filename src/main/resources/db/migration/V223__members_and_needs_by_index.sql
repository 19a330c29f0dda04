-- Members of an authority are those whose membership has not ended by today; an index of those without an end is of no use for
-- that, and each count of holders looked at every membership there is.
drop index accounts.membership_authority;
create index membership_authority on accounts.membership (authority, account);

-- A need is asked for by its identifier alone, within the asker's reach.
create index need_id on capacity.need (id);
