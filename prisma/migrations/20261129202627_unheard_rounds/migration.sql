-- AlterTable
ALTER TABLE "addressed_text" ADD COLUMN     "unheard_changes" INTEGER NOT NULL DEFAULT 0;

-- What Prisma's schema can't say.
ALTER TABLE "addressed_text"
  ADD CONSTRAINT "addressed_text_unheard_changes_check" CHECK ("unheard_changes" BETWEEN 0 AND "row_version" - 1);
