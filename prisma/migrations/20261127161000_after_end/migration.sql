-- CreateEnum
CREATE TYPE "after_end" AS ENUM ('stillAchieved', 'achievedLater', 'noLongerAchieved', 'stillMissed');

-- AlterTable
ALTER TABLE "result" ADD COLUMN     "after_end" "after_end",
ADD COLUMN     "public_after_end" "after_end";
