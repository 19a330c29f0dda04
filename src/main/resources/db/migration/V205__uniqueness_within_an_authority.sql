-- What is unique is unique within an authority, so that tables of records can be divided by authority (see docs/decisions/0026).
-- The records of a person stay with one authority; what crosses authorities is looked for through the person when it begins.
-- The person comes first in each index: that is how rows are found.

drop index progress.enrolment_one_open;
create unique index enrolment_one_open on progress.enrolment (official, module, authority)
    where state in ('enrolled', 'in_progress', 'quiz_open', 'locked');

drop index assessment.attempt_one_open;
create unique index attempt_one_open on assessment.attempt (official, module, authority) where state = 'open' and ordinal > 0;

drop index assessment.attempt_ordinal;
create unique index attempt_ordinal on assessment.attempt (official, module, major, ordinal, authority);

drop index assignments.assignment_once;
create unique index assignment_once on assignments.assignment (official, module, authority)
    where state in ('assigned', 'active', 'overdue');

drop index certificates.certificate_once;
create unique index certificate_once on certificates.certificate (official, module, major, authority) where state = 'issued';
