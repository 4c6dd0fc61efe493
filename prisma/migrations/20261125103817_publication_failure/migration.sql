-- CreateEnum
CREATE TYPE "publication_failure" AS ENUM ('contentFormat', 'other');

-- AlterTable
ALTER TABLE "publication" ADD COLUMN     "failure" "publication_failure";
