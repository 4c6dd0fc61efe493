-- When a publication was read: of papers that are made again, or couldn't be, the files say that day.
-- AlterTable
ALTER TABLE "publication" ADD COLUMN     "read_at" TIMESTAMP(3);

UPDATE "publication" SET "read_at" = "finished_at" WHERE "content" IS NOT NULL;
