-- Nothing published a comment or evidence that was marked public, and nobody could take the mark back: it goes, and both are
-- internal. The check on files' visibility goes with its column.

-- AlterTable
ALTER TABLE "evidence" DROP COLUMN "visibility";

-- AlterTable
ALTER TABLE "value_comment" DROP COLUMN "is_public";

-- DropEnum
DROP TYPE "visibility";
