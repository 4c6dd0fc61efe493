-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "papers_sent_on" DATE;
