-- A value of civil society isn't shown where, since the threshold of small counts rose, too few persons lie between it and
-- another value of its organisation. The next change of the threshold judges all of them.
-- AlterTable
ALTER TABLE "observation" ADD COLUMN     "shadow_withheld" BOOLEAN NOT NULL DEFAULT false;
