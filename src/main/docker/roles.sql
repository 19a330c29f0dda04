-- Two roles: the owner of the tables, who runs the migrations, and the runtime role, which row-level security binds.
-- Change both passwords for anything but a trial.
create role academy_owner login nosuperuser nobypassrls nocreatedb nocreaterole password 'academy';
create role academy_runtime login nosuperuser nobypassrls nocreatedb nocreaterole password 'academy';
create database academy owner academy_owner;
