-- Paper sets of meetings. The type is made anew, for a value that is added to one can't be used before the transaction ends,
-- and a backup is restored in a single one.
ALTER TYPE "publication_kind" RENAME TO "former_publication_kind";
CREATE TYPE "publication_kind" AS ENUM ('regional', 'country', 'goal', 'dataBook', 'paperSet');
ALTER TABLE "publication" ALTER COLUMN "kind" TYPE "publication_kind" USING "kind"::text::"publication_kind";
DROP TYPE "former_publication_kind";

-- What of the words in it can be withdrawn later: then it is read anew, and not offered before.
ALTER TABLE "publication" ADD COLUMN "meeting_id" INTEGER, ADD COLUMN "text_ids" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
CREATE INDEX "publication_meeting_id_idx" ON "publication"("meeting_id");
ALTER TABLE "publication" ADD CONSTRAINT "publication_meeting_id_plan_id_fkey" FOREIGN KEY ("meeting_id", "plan_id") REFERENCES "meeting"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everybody reads the paper set of a meeting: nothing in it is internal.
ALTER TABLE "publication" ADD CONSTRAINT "publication_meeting_check"
  CHECK (("meeting_id" IS NOT NULL) = ("kind" = 'paperSet') AND ("meeting_id" IS NULL OR NOT "is_internal"));
