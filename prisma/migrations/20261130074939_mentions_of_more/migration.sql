-- CreateEnum
CREATE TYPE "mention_kind" AS ENUM ('comment', 'query', 'takenOver');

-- What was told until now are comments, each of one report and indicator.
ALTER TABLE "mention"
  ADD COLUMN "by_id" INTEGER,
  ADD COLUMN "indicator_id" INTEGER,
  ADD COLUMN "kind" "mention_kind" NOT NULL DEFAULT 'comment',
  ADD COLUMN "report_id" INTEGER,
  ADD COLUMN "submission" INTEGER,
  ADD COLUMN "told_at" TIMESTAMP(3);
UPDATE "mention" m
  SET "by_id" = c."author_id", "indicator_id" = c."indicator_id", "report_id" = c."report_id", "told_at" = c."created_at"
  FROM "value_comment" c WHERE c."id" = m."comment_id";
ALTER TABLE "mention" DROP CONSTRAINT "mention_pkey";
ALTER TABLE "mention"
  ADD COLUMN "id" SERIAL NOT NULL,
  ALTER COLUMN "by_id" SET NOT NULL,
  ALTER COLUMN "indicator_id" SET NOT NULL,
  ALTER COLUMN "kind" DROP DEFAULT,
  ALTER COLUMN "report_id" SET NOT NULL,
  ALTER COLUMN "told_at" SET NOT NULL,
  ALTER COLUMN "comment_id" DROP NOT NULL,
  ADD CONSTRAINT "mention_pkey" PRIMARY KEY ("id"),
  ADD CONSTRAINT "mention_kind_check"
    CHECK (("kind" = 'comment') = ("comment_id" IS NOT NULL) AND ("kind" = 'query') = ("submission" IS NOT NULL));

-- CreateIndex
CREATE UNIQUE INDEX "mention_comment_id_person_id_key" ON "mention"("comment_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mention_report_id_submission_indicator_id_person_id_key" ON "mention"("report_id", "submission", "indicator_id", "person_id");

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_query_fkey" FOREIGN KEY ("report_id", "submission", "indicator_id") REFERENCES "review_answer"("report_id", "submission", "indicator_id") ON DELETE RESTRICT ON UPDATE CASCADE;
