-- An observation may be about what a country's report says of a pillar in public. It has one subject at most, as before.
ALTER TABLE "observation" ADD COLUMN "pillar_id" INTEGER,
  ADD COLUMN "narrative_kind" "narrative_kind";

CREATE INDEX "observation_pillar_id_idx" ON "observation"("pillar_id");

ALTER TABLE "observation" ADD CONSTRAINT "observation_pillar_id_fkey" FOREIGN KEY ("pillar_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "observation" DROP CONSTRAINT "observation_subject_check",
  ADD CONSTRAINT "observation_subject_check"
    CHECK (num_nonnulls("indicator_id", "node_id", "decision_id", "pillar_id") <= 1),
  ADD CONSTRAINT "observation_narrative_check" CHECK (("pillar_id" IS NULL) = ("narrative_kind" IS NULL));
