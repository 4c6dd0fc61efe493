-- A value that is added to a type can't be used in the same transaction, so the type is made anew.
ALTER TABLE "mention" DROP CONSTRAINT "mention_kind_check";
CREATE TYPE "mention_kind_new" AS ENUM ('comment', 'query', 'review', 'takenOver');
ALTER TABLE "mention" ALTER COLUMN "kind" TYPE "mention_kind_new" USING ("kind"::text::"mention_kind_new");
DROP TYPE "mention_kind";
ALTER TYPE "mention_kind_new" RENAME TO "mention_kind";

-- Who is to be told of a query when the report comes back, and isn't yet.
ALTER TABLE "mention" ALTER COLUMN "told_at" DROP NOT NULL;
ALTER TABLE "mention"
  ADD CONSTRAINT "mention_kind_check"
    CHECK (("kind" = 'comment') = ("comment_id" IS NOT NULL)
      AND ("kind" IN ('query', 'review')) = ("submission" IS NOT NULL)),
  ADD CONSTRAINT "mention_told_check"
    CHECK ("told_at" IS NOT NULL OR ("kind" = 'query' AND "seen_at" IS NULL));

-- DropIndex
DROP INDEX "mention_report_id_submission_indicator_id_person_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "mention_report_id_submission_indicator_id_person_id_kind_key" ON "mention"("report_id", "submission", "indicator_id", "person_id", "kind");
