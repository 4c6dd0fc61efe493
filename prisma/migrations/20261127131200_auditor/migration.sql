-- Reads everything exactly and changes nothing. A value that was just added to a type can't be named yet, hence the texts.
ALTER TYPE "role" ADD VALUE 'auditor' BEFORE 'administrator';
ALTER TABLE "user_role" DROP CONSTRAINT "user_role_scope_check";
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_scope_check" CHECK (
  CASE "role"::text
    WHEN 'focalPoint' THEN "unit_id" IS NOT NULL
    WHEN 'contributor' THEN "unit_id" IS NOT NULL
    WHEN 'secretariat' THEN "unit_id" IS NULL
    WHEN 'auditor' THEN "unit_id" IS NULL
    WHEN 'administrator' THEN "unit_id" IS NULL
    WHEN 'csoMember' THEN TRUE
    ELSE FALSE
  END
);
ALTER TABLE "user_role" DROP CONSTRAINT "user_role_plan_check";
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_plan_check"
  CHECK ("plan_id" IS NOT NULL OR "role"::text IN ('secretariat', 'auditor', 'administrator'));
