-- Evidence that is a file that somebody added, and evidence of a report as a whole. The columns of files
-- that it had were never written: its check refused what no link stood in, and no command stored any.
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_place_check";

-- DropForeignKey
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_indicator_id_fkey";

-- AlterTable
ALTER TABLE "evidence" DROP COLUMN "bytes",
DROP COLUMN "media_type",
DROP COLUMN "sha256",
ADD COLUMN     "file_id" INTEGER,
ALTER COLUMN "indicator_id" DROP NOT NULL,
ALTER COLUMN "title" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_id_key" ON "evidence"("file_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.

ALTER TABLE "evidence"
  ADD CONSTRAINT "evidence_place_check" CHECK (num_nonnulls("url", "file_id") = 1),
  ADD CONSTRAINT "evidence_title_check" CHECK (("title" IS NULL) = ("file_id" IS NOT NULL)),
  ADD CONSTRAINT "evidence_visibility_check" CHECK ("file_id" IS NULL OR "visibility" = 'internal');
