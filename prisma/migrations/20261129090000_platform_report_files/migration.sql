-- Files of the annual reports of civil society platforms. The type is made anew, for a value that is added to one can't be used
-- before the transaction ends, and a backup is restored in a single one.
ALTER TABLE "publication" DROP CONSTRAINT "publication_meeting_check";
ALTER TYPE "publication_kind" RENAME TO "former_publication_kind";
CREATE TYPE "publication_kind" AS ENUM ('regional', 'country', 'goal', 'dataBook', 'paperSet', 'platformReport');
ALTER TABLE "publication" ALTER COLUMN "kind" TYPE "publication_kind" USING "kind"::text::"publication_kind";
DROP TYPE "former_publication_kind";
ALTER TABLE "publication" ADD CONSTRAINT "publication_meeting_check"
  CHECK (("meeting_id" IS NOT NULL) = ("kind" = 'paperSet') AND ("meeting_id" IS NULL OR NOT "is_internal"));

ALTER TABLE "publication" ADD COLUMN "platform_report_id" INTEGER;
CREATE INDEX "publication_platform_report_id_idx" ON "publication"("platform_report_id");
ALTER TABLE "publication" ADD CONSTRAINT "publication_platform_report_id_plan_id_fkey" FOREIGN KEY ("platform_report_id", "plan_id") REFERENCES "platform_report"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- No value is in it: who reads it, the report says.
ALTER TABLE "publication" ADD CONSTRAINT "publication_platform_report_check"
  CHECK (("platform_report_id" IS NOT NULL) = ("kind" = 'platformReport')
    AND ("platform_report_id" IS NULL OR NOT "is_internal"));
