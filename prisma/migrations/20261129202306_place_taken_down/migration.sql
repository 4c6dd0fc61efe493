-- Where a meeting was can be taken down for safety: pages say so, for its place is empty as if nobody had known it.
-- AlterTable
ALTER TABLE "meeting_text" ADD COLUMN     "place_redacted_at" TIMESTAMP(3);

-- What Prisma's schema can't say.
ALTER TABLE "meeting_text" ADD CONSTRAINT "meeting_text_place_redacted_check"
  CHECK ("place_redacted_at" IS NULL OR "place" = '');
