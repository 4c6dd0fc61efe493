-- An observation may be about what a meeting decided. It has one subject at most, as before.
ALTER TABLE "observation" ADD COLUMN "decision_id" INTEGER;

CREATE INDEX "observation_decision_id_idx" ON "observation"("decision_id");

ALTER TABLE "observation" ADD CONSTRAINT "observation_decision_id_plan_id_fkey" FOREIGN KEY ("decision_id", "plan_id") REFERENCES "meeting_decision"("text_id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "observation" DROP CONSTRAINT "observation_subject_check",
  ADD CONSTRAINT "observation_subject_check" CHECK (num_nonnulls("indicator_id", "node_id", "decision_id") <= 1);
