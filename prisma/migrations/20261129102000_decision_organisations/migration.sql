-- Decisions address organisations beside countries, or in their place.
-- CreateTable
CREATE TABLE "decision_organisation" (
    "text_id" INTEGER NOT NULL,
    "organisation_id" INTEGER NOT NULL,

    CONSTRAINT "decision_organisation_pkey" PRIMARY KEY ("text_id","organisation_id")
);

-- CreateIndex
CREATE INDEX "decision_organisation_organisation_id_idx" ON "decision_organisation"("organisation_id");

-- AddForeignKey
ALTER TABLE "decision_organisation" ADD CONSTRAINT "decision_organisation_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "meeting_decision"("text_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_organisation" ADD CONSTRAINT "decision_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.
CREATE TRIGGER "decision_organisations_kept" BEFORE INSERT OR UPDATE OR DELETE ON "decision_organisation"
  FOR EACH ROW EXECUTE FUNCTION "keep_decision"();
