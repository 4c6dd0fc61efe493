-- AlterTable
ALTER TABLE "plan" ADD COLUMN     "words_erased" INTEGER NOT NULL DEFAULT 0;
