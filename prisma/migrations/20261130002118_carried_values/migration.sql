-- AlterTable
ALTER TABLE "value" ADD COLUMN     "carried" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "value_revision" ADD COLUMN     "carried" BOOLEAN NOT NULL DEFAULT false;

-- Words, a reason and an empty cell say something of their own period only.
ALTER TABLE "value" ADD CONSTRAINT "value_carried_check" CHECK (NOT "carried" OR "kind" NOT IN ('missing', 'narrative'));
ALTER TABLE "value_revision" ADD CONSTRAINT "value_revision_carried_check"
  CHECK (NOT "carried" OR ("kind" IS NOT NULL AND "kind" NOT IN ('missing', 'narrative')));
