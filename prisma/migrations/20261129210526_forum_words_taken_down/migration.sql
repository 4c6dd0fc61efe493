-- What a forum of young people was about, and who brought them together, can be taken down for safety: its page says so.
-- AlterTable
ALTER TABLE "youth_forum" ADD COLUMN     "organisers_redacted_at" TIMESTAMP(3),
ADD COLUMN     "theme_redacted_at" TIMESTAMP(3);

-- What Prisma's schema can't say.
ALTER TABLE "youth_forum" ADD CONSTRAINT "youth_forum_redacted_check" CHECK (
  ("theme_redacted_at" IS NULL OR "theme" = '') AND ("organisers_redacted_at" IS NULL OR "organisers" = ''));
