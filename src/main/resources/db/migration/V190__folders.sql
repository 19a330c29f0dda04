-- Drafts, assignments and decisions have features of their own. Their rows, policies and indexes go with them.

create schema authoring;
alter table catalogue.draft set schema authoring;

create schema assignments;
alter table progress.assignment set schema assignments;

create schema review;
alter table progress.decision set schema review;
alter function progress.decided_stays() set schema review;
