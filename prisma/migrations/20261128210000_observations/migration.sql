-- What is said to governments, and what came of it; of the kinds there are, observations have their table.
-- CreateEnum
CREATE TYPE "addressed_kind" AS ENUM ('observation', 'recommendation', 'decision', 'platformPoint');

-- CreateEnum
CREATE TYPE "text_end" AS ENUM ('answered', 'notAnswered', 'withdrawn', 'takenDown');

-- CreateEnum
CREATE TYPE "round_stage" AS ENUM ('draft', 'inSafetyCheck', 'sentBack', 'passed');

-- CreateEnum
CREATE TYPE "safety_rule" AS ENUM ('namesSomebody', 'identifiable', 'smallCount', 'minor', 'contactDetails', 'securityRisk', 'defamatory');

-- CreateEnum
CREATE TYPE "response_state" AS ENUM ('awaited', 'unanswered', 'given');

-- CreateEnum
CREATE TYPE "reply_kind" AS ENUM ('willCorrect', 'explains', 'disagrees', 'actedOn');

-- CreateEnum
CREATE TYPE "observation_kind" AS ENUM ('agrees', 'addsContext', 'questions', 'reportsGap', 'goodPractice');

-- CreateEnum
CREATE TYPE "observation_basis" AS ENUM ('serviceData', 'fieldMonitoring', 'study', 'media');

-- CreateEnum
CREATE TYPE "attribution" AS ENUM ('secretariatOnly', 'governments', 'named');

-- CreateEnum
CREATE TYPE "addressed_visibility" AS ENUM ('platform', 'governments', 'public');

-- AlterTable
ALTER TABLE "site_settings" ADD COLUMN     "reply_days" INTEGER NOT NULL DEFAULT 60,
ADD COLUMN     "safety_check_days" INTEGER NOT NULL DEFAULT 5;

-- CreateTable
CREATE TABLE "addressed_text" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "kind" "addressed_kind" NOT NULL,
    "number" INTEGER,
    "organisation_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "end" "text_end",
    "ended_at" TIMESTAMP(3),
    "ended_by_id" INTEGER,

    CONSTRAINT "addressed_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addressed_unit" (
    "text_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,

    CONSTRAINT "addressed_unit_pkey" PRIMARY KEY ("text_id","unit_id")
);

-- CreateTable
CREATE TABLE "addressed_round" (
    "text_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "stage" "round_stage" NOT NULL DEFAULT 'draft',
    "body" TEXT NOT NULL,
    "submitted_at" TIMESTAMP(3),
    "submitted_by_id" INTEGER,
    "check_due_on" DATE,
    "checked_at" TIMESTAMP(3),
    "checked_by_id" INTEGER,
    "rule" "safety_rule",
    "note" TEXT NOT NULL DEFAULT '',
    "redacted_at" TIMESTAMP(3),

    CONSTRAINT "addressed_round_pkey" PRIMARY KEY ("text_id","round")
);

-- CreateTable
CREATE TABLE "unit_response" (
    "text_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "state" "response_state" NOT NULL DEFAULT 'awaited',
    "asked_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "kind" "reply_kind",
    "body" TEXT NOT NULL DEFAULT '',
    "drafted_at" TIMESTAMP(3),
    "drafted_by_id" INTEGER,
    "given_at" TIMESTAMP(3),
    "given_by_id" INTEGER,
    "given_on" DATE,
    "redacted_at" TIMESTAMP(3),

    CONSTRAINT "unit_response_pkey" PRIMARY KEY ("text_id","round","unit_id")
);

-- CreateTable
CREATE TABLE "observation" (
    "text_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "indicator_id" INTEGER,
    "goal_id" INTEGER,
    "period_id" INTEGER NOT NULL,
    "kind" "observation_kind" NOT NULL,
    "basis" "observation_basis" NOT NULL,
    "attribution" "attribution" NOT NULL,
    "visibility" "addressed_visibility" NOT NULL,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("text_id")
);

-- CreateTable
CREATE TABLE "observation_source" (
    "id" SERIAL NOT NULL,
    "text_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "observation_source_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "addressed_text_organisation_id_idx" ON "addressed_text"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "addressed_text_id_plan_id_key" ON "addressed_text"("id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "addressed_text_plan_id_kind_number_key" ON "addressed_text"("plan_id", "kind", "number");

-- CreateIndex
CREATE INDEX "addressed_unit_unit_id_idx" ON "addressed_unit"("unit_id");

-- CreateIndex
CREATE INDEX "unit_response_state_due_on_idx" ON "unit_response"("state", "due_on");

-- CreateIndex
CREATE INDEX "observation_indicator_id_period_id_idx" ON "observation"("indicator_id", "period_id");

-- CreateIndex
CREATE INDEX "observation_goal_id_idx" ON "observation"("goal_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_text_id_plan_id_key" ON "observation"("text_id", "plan_id");

-- CreateIndex
CREATE INDEX "observation_source_text_id_idx" ON "observation_source"("text_id");

-- AddForeignKey
ALTER TABLE "addressed_text" ADD CONSTRAINT "addressed_text_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_text" ADD CONSTRAINT "addressed_text_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_text" ADD CONSTRAINT "addressed_text_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_text" ADD CONSTRAINT "addressed_text_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_unit" ADD CONSTRAINT "addressed_unit_text_id_plan_id_fkey" FOREIGN KEY ("text_id", "plan_id") REFERENCES "addressed_text"("id", "plan_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_unit" ADD CONSTRAINT "addressed_unit_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_round" ADD CONSTRAINT "addressed_round_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "addressed_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_round" ADD CONSTRAINT "addressed_round_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "addressed_round" ADD CONSTRAINT "addressed_round_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_response" ADD CONSTRAINT "unit_response_text_id_round_fkey" FOREIGN KEY ("text_id", "round") REFERENCES "addressed_round"("text_id", "round") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_response" ADD CONSTRAINT "unit_response_text_id_unit_id_fkey" FOREIGN KEY ("text_id", "unit_id") REFERENCES "addressed_unit"("text_id", "unit_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_response" ADD CONSTRAINT "unit_response_drafted_by_id_fkey" FOREIGN KEY ("drafted_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_response" ADD CONSTRAINT "unit_response_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_text_id_plan_id_fkey" FOREIGN KEY ("text_id", "plan_id") REFERENCES "addressed_text"("id", "plan_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_period_id_plan_id_fkey" FOREIGN KEY ("period_id", "plan_id") REFERENCES "reporting_period"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation_source" ADD CONSTRAINT "observation_source_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "observation"("text_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.

ALTER TABLE "site_settings"
  ADD CONSTRAINT "site_settings_reply_days_check" CHECK ("reply_days" BETWEEN 14 AND 180),
  ADD CONSTRAINT "site_settings_safety_check_days_check" CHECK ("safety_check_days" BETWEEN 1 AND 20);
ALTER TABLE "addressed_text"
  ADD CONSTRAINT "addressed_text_number_check" CHECK ("number" > 0),
  ADD CONSTRAINT "addressed_text_end_check" CHECK (num_nonnulls("end", "ended_at", "ended_by_id") IN (0, 3)
    AND ("end" IS NULL OR "number" IS NOT NULL));
ALTER TABLE "addressed_round"
  ADD CONSTRAINT "addressed_round_round_check" CHECK ("round" BETWEEN 1 AND 2),
  ADD CONSTRAINT "addressed_round_body_check" CHECK (("body" = '') = ("redacted_at" IS NOT NULL)),
  ADD CONSTRAINT "addressed_round_submitted_check" CHECK (num_nonnulls("submitted_at", "submitted_by_id", "check_due_on")
    = CASE "stage" WHEN 'draft' THEN 0 ELSE 3 END),
  ADD CONSTRAINT "addressed_round_checked_check" CHECK (num_nonnulls("checked_at", "checked_by_id")
    = CASE WHEN "stage" IN ('sentBack', 'passed') THEN 2 ELSE 0 END),
  ADD CONSTRAINT "addressed_round_rule_check" CHECK (("rule" IS NOT NULL) = ("stage" = 'sentBack')
    AND ("note" = '' OR "stage" = 'sentBack'));
ALTER TABLE "unit_response"
  ADD CONSTRAINT "unit_response_due_check" CHECK ("due_on" > "asked_on"),
  ADD CONSTRAINT "unit_response_given_check" CHECK (num_nonnulls("given_at", "given_by_id", "given_on")
    = CASE "state" WHEN 'given' THEN 3 ELSE 0 END),
  ADD CONSTRAINT "unit_response_words_check" CHECK ("state" <> 'given'
    OR ("kind" IS NOT NULL AND ("body" = '') = ("redacted_at" IS NOT NULL))),
  ADD CONSTRAINT "unit_response_drafted_check" CHECK (num_nonnulls("drafted_at", "drafted_by_id") IN (0, 2));
ALTER TABLE "observation"
  ADD CONSTRAINT "observation_subject_check" CHECK (num_nonnulls("indicator_id", "goal_id") <= 1);
ALTER TABLE "observation_source"
  ADD CONSTRAINT "observation_source_words_check" CHECK ("title" <> '' AND "url" <> '');

-- What was passed on, and what was answered, stays as it was said; words can only be taken out.
CREATE TRIGGER "addressed_round_kept" BEFORE UPDATE OR DELETE ON "addressed_round"
  FOR EACH ROW WHEN (OLD."stage" = 'passed') EXECUTE FUNCTION "refuse_all_but_redaction"('body');
CREATE TRIGGER "unit_response_kept" BEFORE UPDATE OR DELETE ON "unit_response"
  FOR EACH ROW WHEN (OLD."state" = 'given') EXECUTE FUNCTION "refuse_all_but_redaction"('body');
