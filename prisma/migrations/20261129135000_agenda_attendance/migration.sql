-- An organisation of the directory may speak to a point of an agenda, and a point may be open to some kinds of organisations
-- only. A youth forum has a theme.
ALTER TABLE "agenda_point" ADD COLUMN "speaker_id" INTEGER;
ALTER TABLE "agenda_point" ADD COLUMN "attends" "organisation_kind"[] DEFAULT ARRAY[]::"organisation_kind"[];
ALTER TABLE "youth_forum" ADD COLUMN "theme" TEXT NOT NULL DEFAULT '';

CREATE INDEX "agenda_point_speaker_id_idx" ON "agenda_point"("speaker_id");

ALTER TABLE "agenda_point" ADD CONSTRAINT "agenda_point_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
