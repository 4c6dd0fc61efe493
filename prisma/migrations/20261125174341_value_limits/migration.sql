-- AlterTable
ALTER TABLE "indicator_version" ADD COLUMN     "highest" DECIMAL(30,8),
ADD COLUMN     "lowest" DECIMAL(30,8),
ADD COLUMN     "may_exceed_hundred" BOOLEAN NOT NULL DEFAULT false;

-- Until a framework says more, a number is 0 or more and a percentage is at most 100.
UPDATE "indicator_version" SET "lowest" = 0 WHERE "type" = 'number';

-- What Prisma's schema can't say: whose limits these are.
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_limits_check" CHECK (
  ("type" = 'number' OR num_nonnulls("lowest", "highest") = 0)
  AND ("lowest" IS NULL OR "highest" IS NULL OR "lowest" <= "highest")
  AND (NOT "may_exceed_hundred" OR ("type" = 'percentage' AND NOT "counts_persons"))
);
