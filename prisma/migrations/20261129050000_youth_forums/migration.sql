-- CreateEnum
CREATE TYPE "recommendation_answer" AS ENUM ('accepted', 'acceptedInPart', 'noted');

-- CreateEnum
CREATE TYPE "youth_sex" AS ENUM ('female', 'male', 'other');

-- CreateEnum
CREATE TYPE "youth_age" AS ENUM ('under15', 'from15', 'from18');

-- AlterTable
ALTER TABLE "unit_response" ADD COLUMN     "answer" "recommendation_answer",
ALTER COLUMN "due_on" DROP NOT NULL;

-- CreateTable
CREATE TABLE "youth_forum" (
    "meeting_id" INTEGER NOT NULL,
    "organisers" TEXT NOT NULL DEFAULT '',
    "safeguarding_id" INTEGER,

    CONSTRAINT "youth_forum_pkey" PRIMARY KEY ("meeting_id")
);

-- CreateTable
CREATE TABLE "youth_participants" (
    "meeting_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "sex" "youth_sex" NOT NULL,
    "age" "youth_age" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "youth_participants_pkey" PRIMARY KEY ("meeting_id","unit_id","sex","age")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "text_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("text_id")
);

-- CreateTable
CREATE TABLE "recommendation_words" (
    "text_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "recommendation_words_pkey" PRIMARY KEY ("text_id","locale")
);

-- CreateIndex
CREATE INDEX "youth_forum_safeguarding_id_idx" ON "youth_forum"("safeguarding_id");

-- CreateIndex
CREATE INDEX "youth_participants_unit_id_idx" ON "youth_participants"("unit_id");

-- CreateIndex
CREATE INDEX "recommendation_meeting_id_idx" ON "recommendation"("meeting_id");

-- CreateIndex
CREATE INDEX "recommendation_node_id_idx" ON "recommendation"("node_id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_text_id_plan_id_key" ON "recommendation"("text_id", "plan_id");

-- AddForeignKey
ALTER TABLE "youth_forum" ADD CONSTRAINT "youth_forum_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "youth_forum" ADD CONSTRAINT "youth_forum_safeguarding_id_fkey" FOREIGN KEY ("safeguarding_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "youth_participants" ADD CONSTRAINT "youth_participants_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "youth_forum"("meeting_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "youth_participants" ADD CONSTRAINT "youth_participants_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_text_id_plan_id_fkey" FOREIGN KEY ("text_id", "plan_id") REFERENCES "addressed_text"("id", "plan_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_meeting_id_plan_id_fkey" FOREIGN KEY ("meeting_id", "plan_id") REFERENCES "meeting"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation_words" ADD CONSTRAINT "recommendation_words_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "recommendation"("text_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.

ALTER TABLE "unit_response"
  DROP CONSTRAINT "unit_response_words_check",
  ADD CONSTRAINT "unit_response_kind_check" CHECK (num_nonnulls("kind", "answer") <= 1
    AND ("due_on" IS NOT NULL OR "kind" IS NULL) AND ("due_on" IS NULL OR "answer" IS NULL)),
  -- What is accepted as it was said needs no more words.
  ADD CONSTRAINT "unit_response_words_check" CHECK ("state" <> 'given' OR (num_nonnulls("kind", "answer") = 1
    AND (("body" = '') = ("redacted_at" IS NOT NULL) OR ("answer" = 'accepted' AND "redacted_at" IS NULL))));
ALTER TABLE "youth_participants" ADD CONSTRAINT "youth_participants_count_check" CHECK ("count" > 0);
ALTER TABLE "recommendation_words" ADD CONSTRAINT "recommendation_words_body_check" CHECK ("body" <> '');

-- What young people recommend once it has passed stands with its forum and its subject for good.
CREATE FUNCTION "keep_recommendation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM addressed_round r WHERE r.text_id = OLD.text_id AND r.stage = 'passed')
  THEN RAISE EXCEPTION 'the recommendation has passed' USING ERRCODE = 'restrict_violation'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "recommendation_kept" BEFORE UPDATE OR DELETE ON "recommendation"
  FOR EACH ROW EXECUTE FUNCTION "keep_recommendation"();
CREATE TRIGGER "recommendation_never_emptied" BEFORE TRUNCATE ON "recommendation"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "key_action_never_emptied" BEFORE TRUNCATE ON "key_action"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
