-- Everything that readers may see change has a cause of its own. The type is made anew, for a value that is added to one can't
-- be used before the transaction ends, and a backup is restored in a single one.
ALTER TYPE "results_cause" RENAME TO "former_results_cause";
CREATE TYPE "results_cause" AS ENUM
  ('approval', 'reopening', 'target', 'framework', 'setting', 'release', 'takeDown', 'correction');
ALTER TABLE "results_version" ALTER COLUMN "cause" TYPE "results_cause" USING "cause"::text::"results_cause";
DROP TYPE "former_results_cause";

-- A version that rises by itself, or by more than one, would be a change that nobody can name.
CREATE FUNCTION "refuse_unnamed_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.results_version = OLD.results_version + 1
    AND EXISTS (SELECT FROM results_version WHERE plan_id = NEW.id AND version = NEW.results_version)
  THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'a results version rises by one, with its row in results_version' USING ERRCODE = 'restrict_violation';
END $$;
CREATE CONSTRAINT TRIGGER "plan_results_version_rises" AFTER UPDATE OF "results_version" ON "plan"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.results_version <> NEW.results_version)
  EXECUTE FUNCTION "refuse_unnamed_version"();
