-- Each unit's answer has a version of its own: what other units answer meanwhile refuses nobody.
-- AlterTable
ALTER TABLE "addressed_unit" ADD COLUMN "row_version" INTEGER NOT NULL DEFAULT 1;
