-- AlterTable
ALTER TABLE "baseline" DROP COLUMN "note";

-- CreateTable
CREATE TABLE "path_note" (
    "indicator_version_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "path_note_pkey" PRIMARY KEY ("indicator_version_id","unit_id")
);

-- AddForeignKey
ALTER TABLE "path_note" ADD CONSTRAINT "path_note_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path_note" ADD CONSTRAINT "path_note_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
