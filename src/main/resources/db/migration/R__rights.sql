-- What the running application may do. It owns nothing and cannot pass row-level security.
-- Runs at every start: ${flyway:timestamp}

do $$
declare
    of text;
begin
    foreach of in array array['authorities', 'accounts', 'evidence', 'catalogue', 'authoring', 'assessment', 'progress', 'assignments', 'review', 'certificates', 'capacity', 'needs', 'runs', 'planning', 'demand', 'exchange', 'pools', 'requests', 'briefs', 'gains', 'closing'] loop
        execute format('grant usage on schema %I to ${runtime}', of);
        execute format('grant select, insert, update, delete on all tables in schema %I to ${runtime}', of);
        execute format('revoke execute on all functions in schema %I from public', of);
        execute format('grant execute on all functions in schema %I to ${runtime}', of);
    end loop;
end $$;

-- What happened stays as it was written, and nobody lists the directory of certificates.
revoke update, delete on capacity.need_event from ${runtime};
revoke select, update, delete on certificates.directory from ${runtime};
revoke all on accounts.session from ${runtime};
revoke update, delete on exchange.visit_event from ${runtime};
revoke update, delete on exchange.refusal from ${runtime};
revoke update, delete on requests.step from ${runtime};
