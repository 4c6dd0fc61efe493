-- AlterTable
ALTER TABLE "review_answer" ALTER COLUMN "answer" DROP NOT NULL;
