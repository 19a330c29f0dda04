-- A test before the first lesson has the ordinal 0: it is no go at the quiz, and stands in the way of none.

alter table assessment.attempt drop constraint attempt_ordinal_check;
alter table assessment.attempt add constraint attempt_ordinal_check check (ordinal >= 0);

drop index assessment.attempt_one_open;
create unique index attempt_one_open on assessment.attempt (official, module) where state = 'open' and ordinal > 0;
