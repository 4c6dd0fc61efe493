-- Roles of those who monitor beside governments. The type is made anew, for a value that is added to one can't be used before
-- the transaction ends, and a backup is restored in a single one.
ALTER TABLE "user_role" DROP CONSTRAINT "user_role_scope_check", DROP CONSTRAINT "user_role_plan_check";
ALTER TYPE "role" RENAME TO "former_role";
CREATE TYPE "role" AS ENUM ('focalPoint', 'contributor', 'secretariat', 'csoMember', 'csoReporter', 'youthFacilitator',
  'partner', 'auditor', 'administrator');
ALTER TABLE "user_role" ALTER COLUMN "role" TYPE "role" USING "role"::text::"role";
DROP TYPE "former_role";
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_scope_check" CHECK (
  CASE "role"
    WHEN 'focalPoint' THEN "unit_id" IS NOT NULL
    WHEN 'contributor' THEN "unit_id" IS NOT NULL
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

ALTER TYPE "organisation_kind" RENAME TO "former_organisation_kind";
CREATE TYPE "organisation_kind" AS ENUM ('government', 'secretariat', 'civilSociety', 'international', 'donor',
  'privateSector', 'academia', 'media', 'youth');
ALTER TABLE "organisation" ALTER COLUMN "kind" TYPE "organisation_kind" USING "kind"::text::"organisation_kind";
DROP TYPE "former_organisation_kind";

-- A directory of organisations: what each is called in other languages, and for which units it works.
ALTER TABLE "organisation" ADD COLUMN "acronym" TEXT, ADD COLUMN "website" TEXT, ADD COLUMN "archived_at" TIMESTAMP(3),
  ADD COLUMN "row_version" INTEGER NOT NULL DEFAULT 1;
CREATE TABLE "organisation_name" (
  "organisation_id" INTEGER NOT NULL,
  "locale" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  CONSTRAINT "organisation_name_pkey" PRIMARY KEY ("organisation_id", "locale"),
  CONSTRAINT "organisation_name_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE "organisation_unit" (
  "organisation_id" INTEGER NOT NULL,
  "unit_id" INTEGER NOT NULL,
  CONSTRAINT "organisation_unit_pkey" PRIMARY KEY ("organisation_id", "unit_id"),
  CONSTRAINT "organisation_unit_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "organisation_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "organisation_unit_unit_id_idx" ON "organisation_unit" ("unit_id");
