-- AlterTable
ALTER TABLE "meeting_decision" ADD COLUMN     "extended_to" DATE,
ADD COLUMN     "from_version" INTEGER,
ADD COLUMN     "priority_year" INTEGER;

-- CreateTable
CREATE TABLE "decision_node" (
    "text_id" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,

    CONSTRAINT "decision_node_pkey" PRIMARY KEY ("text_id","node_id")
);

-- CreateIndex
CREATE INDEX "decision_node_node_id_idx" ON "decision_node"("node_id");

-- AddForeignKey
ALTER TABLE "decision_node" ADD CONSTRAINT "decision_node_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "meeting_decision"("text_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_node" ADD CONSTRAINT "decision_node_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_priority_check"
  CHECK ("kind" = 'regionalPriority' OR "priority_year" IS NULL);
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_extended_check"
  CHECK ("kind" = 'planExtended' OR "extended_to" IS NULL);
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_from_version_check"
  CHECK ("kind" IN ('regionalPriority', 'planExtended') OR "from_version" IS NULL);
CREATE TRIGGER "decision_nodes_kept" BEFORE INSERT OR UPDATE OR DELETE ON "decision_node"
  FOR EACH ROW EXECUTE FUNCTION "keep_decision"();
