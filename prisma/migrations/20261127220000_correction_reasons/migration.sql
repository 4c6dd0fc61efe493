-- What readers are told of why a report was reopened: written to be public, and shown beside the values that its next approval
-- corrects. The reason that its unit is given stays internal.
CREATE TABLE "correction_reason" (
    "decision_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "redacted_at" TIMESTAMP(3),

    CONSTRAINT "correction_reason_pkey" PRIMARY KEY ("decision_id")
);
ALTER TABLE "correction_reason" ADD CONSTRAINT "correction_reason_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "review_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "results_version" ADD COLUMN "reopening_id" INTEGER;
ALTER TABLE "results_version" ADD CONSTRAINT "results_version_reopening_id_fkey" FOREIGN KEY ("reopening_id") REFERENCES "review_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.
ALTER TABLE "correction_reason" ADD CONSTRAINT "correction_reason_text_check"
  CHECK (char_length("text") <= 1000 AND ("text" = '') = ("redacted_at" IS NOT NULL));
CREATE TRIGGER "correction_reason_append_only" BEFORE UPDATE OR DELETE ON "correction_reason"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_redaction"('text');
CREATE TRIGGER "correction_reason_never_emptied" BEFORE TRUNCATE ON "correction_reason"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
