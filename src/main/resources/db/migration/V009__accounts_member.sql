-- Who works where today: what other features may read of memberships.

create view accounts.member with (security_invoker = true) as
select account, authority, is_primary
  from accounts.membership
 where ended is null or ended > current_date;
