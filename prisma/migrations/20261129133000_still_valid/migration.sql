-- The author of an observation is asked of each value that became public since whether what they said still holds.
-- CreateEnum
CREATE TYPE "validity" AS ENUM ('holds', 'holdsNoLonger');

-- CreateTable
CREATE TABLE "validity_question" (
    "text_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "answer" "validity",
    "answered_at" TIMESTAMP(3),
    "answered_by_id" INTEGER,

    CONSTRAINT "validity_question_pkey" PRIMARY KEY ("text_id","version")
);

-- CreateIndex
CREATE INDEX "validity_question_plan_id_version_idx" ON "validity_question"("plan_id", "version");

-- AddForeignKey
ALTER TABLE "validity_question" ADD CONSTRAINT "validity_question_text_id_plan_id_fkey" FOREIGN KEY ("text_id", "plan_id") REFERENCES "observation"("text_id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validity_question" ADD CONSTRAINT "validity_question_plan_id_version_fkey" FOREIGN KEY ("plan_id", "version") REFERENCES "results_version"("plan_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validity_question" ADD CONSTRAINT "validity_question_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.

ALTER TABLE "validity_question" ADD CONSTRAINT "validity_question_answer_check" CHECK (
  ("answer" IS NULL) = ("answered_at" IS NULL) AND ("answer" IS NULL) = ("answered_by_id" IS NULL)
);

-- What was asked, of what and when, stays; it is answered once.
CREATE FUNCTION "refuse_all_but_answer"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.answer IS NULL AND NEW.answer IS NOT NULL
    AND (NEW.text_id, NEW.plan_id, NEW.version, NEW.asked_at) = (OLD.text_id, OLD.plan_id, OLD.version, OLD.asked_at)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "validity_question_kept" BEFORE UPDATE OR DELETE ON "validity_question"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_answer"();
