-- psql -d spaiv -f two-roles.sql, as an administrator of the server, once, while the program is stopped.
-- Gives what the program's user (spaiv) owns in this database to another user (spaiv_owner), who has to be there. The next
-- npm run migrate with MIGRATE_DATABASE_URL grants the program's user what it needs.
DO $$
DECLARE
  it record;
BEGIN
  EXECUTE format('ALTER DATABASE %I OWNER TO spaiv_owner', current_database());
  ALTER SCHEMA public OWNER TO spaiv_owner;
  -- A table's indexes, and a sequence of one of its columns, go with it.
  FOR it IN
    SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP EXECUTE format('ALTER TABLE %s OWNER TO spaiv_owner', it.name); END LOOP;
  FOR it IN
    SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i'))
  LOOP EXECUTE format('ALTER SEQUENCE %s OWNER TO spaiv_owner', it.name); END LOOP;
  FOR it IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
  LOOP EXECUTE format('ALTER FUNCTION %s OWNER TO spaiv_owner', it.name); END LOOP;
  FOR it IN
    SELECT t.oid::regtype AS name FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
  LOOP EXECUTE format('ALTER TYPE %s OWNER TO spaiv_owner', it.name); END LOOP;
END $$;
