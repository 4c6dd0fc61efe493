-- A role may stand for all plans, those that come later too: whoever keeps the system or the plans holds it once.
ALTER TABLE "user_role" ALTER COLUMN "plan_id" DROP NOT NULL;
DROP INDEX "user_role_once";
CREATE UNIQUE INDEX "user_role_once"
  ON "user_role" ("user_id", COALESCE("plan_id", 0), "role", COALESCE("unit_id", 0));
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_plan_check"
  CHECK ("plan_id" IS NOT NULL OR "role" IN ('secretariat', 'administrator'));

-- Whoever held such a role in every plan held it for all of them.
WITH "everywhere" AS (
  SELECT "user_id", "role" FROM "user_role"
  WHERE "role" IN ('secretariat', 'administrator')
  GROUP BY "user_id", "role" HAVING count(*) = (SELECT count(*) FROM "plan")
), "narrow" AS (
  DELETE FROM "user_role" r USING "everywhere" e WHERE r."user_id" = e."user_id" AND r."role" = e."role"
)
INSERT INTO "user_role" ("user_id", "plan_id", "role", "unit_id")
SELECT "user_id", NULL, "role", NULL FROM "everywhere";
