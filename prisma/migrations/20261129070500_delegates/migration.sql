-- A delegate sits in a country's delegation at meetings. The type is made anew, for a value that is added to one can't be used
-- before the transaction ends, and a backup is restored in a single one.
ALTER TABLE "user_role" DROP CONSTRAINT "user_role_scope_check", DROP CONSTRAINT "user_role_plan_check";
ALTER TABLE "invitation" DROP CONSTRAINT "invitation_scope_check", DROP CONSTRAINT "invitation_plan_check";
ALTER TYPE "role" RENAME TO "former_role";
CREATE TYPE "role" AS ENUM ('focalPoint', 'contributor', 'delegate', 'secretariat', 'csoMember', 'csoReporter',
  'youthFacilitator', 'partner', 'auditor', 'administrator');
ALTER TABLE "user_role" ALTER COLUMN "role" TYPE "role" USING "role"::text::"role";
ALTER TABLE "invitation" ALTER COLUMN "role" TYPE "role" USING "role"::text::"role";
DROP TYPE "former_role";
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_scope_check" CHECK (
  CASE "role"
    WHEN 'focalPoint' THEN "unit_id" IS NOT NULL
    WHEN 'contributor' THEN "unit_id" IS NOT NULL
    WHEN 'delegate' THEN "unit_id" IS NOT NULL
    WHEN 'secretariat' THEN "unit_id" IS NULL
    WHEN 'auditor' THEN "unit_id" IS NULL
    WHEN 'administrator' THEN "unit_id" IS NULL
    WHEN 'csoMember' THEN TRUE
    WHEN 'csoReporter' THEN TRUE
    WHEN 'youthFacilitator' THEN TRUE
    WHEN 'partner' THEN TRUE
    ELSE FALSE
  END
);
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_plan_check"
  CHECK ("plan_id" IS NOT NULL OR "role" IN ('secretariat', 'auditor', 'administrator'));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_scope_check" CHECK (
  CASE
    WHEN "role" IN ('focalPoint', 'contributor', 'delegate') THEN "unit_id" IS NOT NULL
    WHEN "role" IN ('secretariat', 'auditor', 'administrator') THEN "unit_id" IS NULL
    ELSE TRUE
  END
);
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_plan_check"
  CHECK ("plan_id" IS NOT NULL OR "role" IN ('secretariat', 'auditor', 'administrator'));
