-- Who may see what stays as it was; how it is found out changes. "authority = any (array(…))" looks through the array for
-- every row: 2,500 authorities below a partnership made its overview take seconds. "exists" leaves PostgreSQL the
-- choice: few rows look their authority up in the closure, many rows are compared with a hash of it.

create function pg_temp.below(of text, "column" text) returns text language sql as $$
    select format($policy$exists (
        select from authorities.closure up
         where up.ancestor = any ((select nullif(current_setting('academy.roots', true), '')::uuid[])::uuid[])
           and up.descendant = %s.%I
           and up.valid @> current_date)$policy$, of, "column")
$$;

create function pg_temp.mine("column" text) returns text language sql as $$
    select format($policy$%I = (select nullif(current_setting('academy.person', true), '')::uuid)$policy$, "column")
$$;

create function pg_temp.house() returns text language sql as $$
    select $policy$authority = any (array(
        select authority from accounts.membership
         where account = (select nullif(current_setting('academy.person', true), '')::uuid) and ended is null))$policy$
$$;

do $$
declare
    each record;
begin
    for each in
        select name, policy, concat_ws(' or ', rule, pg_temp.below(name, 'authority')) as rule
          from (values
              ('accounts.account', 'mine_or_below', pg_temp.mine('id')),
              ('accounts.membership', 'mine_or_below', pg_temp.mine('account')),
              ('assignments.assignment', 'mine_or_below', pg_temp.mine('official')),
              ('authorities.delta', 'fold', null),
              ('authorities.delta', 'folded', null),
              ('authorities.figure', 'house_or_below', pg_temp.house()),
              ('authorities.total', 'house_or_below', pg_temp.house()),
              ('capacity.listed', 'mine_or_below', pg_temp.mine('official')),
              ('capacity.need', 'house_or_below', pg_temp.house()),
              ('capacity.need_event', 'house_or_below', pg_temp.house()),
              ('capacity.recount', 'settle', null),
              ('capacity.recount', 'settled', null),
              ('certificates.certificate', 'mine_or_below', pg_temp.mine('official')),
              ('demand.place', 'house_or_below', pg_temp.house()),
              ('evidence.evidence', 'mine_or_below', pg_temp.mine('official')),
              ('exchange.member', 'house_or_below', null),
              ('exchange.practice', 'house_or_below', null),
              ('exchange.wish', 'house_or_below', null),
              ('gains.gain', 'mine_or_below', pg_temp.mine('official')),
              ('needs.joining', 'below', null),
              ('planning.acceptance', 'below', null),
              ('planning.plan', 'below', null),
              ('pools.invitation', 'house_or_below', null),
              ('progress.completion', 'mine_or_below', pg_temp.mine('official')),
              ('progress.enrolment', 'mine_or_below', pg_temp.mine('official')),
              ('progress.lesson', 'mine_or_below', pg_temp.mine('official')),
              ('requests.request', 'house_or_below', null),
              ('requests.step', 'house_or_below', null),
              ('review.decision', 'mine_or_below', pg_temp.mine('official'))
          ) as policies (name, policy, rule)
        union all
        select 'exchange.refusal', 'the_other_side', pg_temp.below('exchange.refusal', 'told')
        union all
        select 'exchange.visit', 'either_side',
               pg_temp.below('exchange.visit', 'guest') || ' or ' || pg_temp.below('exchange.visit', 'host')
    loop
        execute format('alter policy %s on %s using (%s)', each.policy, each.name, each.rule);
    end loop;
end $$;
