-- Parts of a platform's report that are taken down for safety: their place stays, and nobody reads their words.
-- CreateEnum
CREATE TYPE "platform_part" AS ENUM ('activity', 'challenge', 'priority');

-- CreateTable
CREATE TABLE "platform_take_down" (
    "report_id" INTEGER NOT NULL,
    "part" "platform_part" NOT NULL,
    "position" INTEGER NOT NULL,
    "rule" "safety_rule" NOT NULL,
    "taken_at" TIMESTAMP(3) NOT NULL,
    "taken_by_id" INTEGER NOT NULL,

    CONSTRAINT "platform_take_down_pkey" PRIMARY KEY ("report_id","part","position")
);

-- AddForeignKey
ALTER TABLE "platform_take_down" ADD CONSTRAINT "platform_take_down_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "platform_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_take_down" ADD CONSTRAINT "platform_take_down_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.
ALTER TABLE "platform_take_down" ADD CONSTRAINT "platform_take_down_position_check" CHECK ("position" > 0);

-- A point has no number of its own: its report's code and its position name it.
ALTER TABLE "addressed_text" DROP CONSTRAINT "addressed_text_end_check",
  ADD CONSTRAINT "addressed_text_end_check" CHECK (num_nonnulls("end", "ended_at", "ended_by_id") IN (0, 3)
    AND ("end" IS NULL OR "number" IS NOT NULL OR ("kind" = 'platformPoint' AND "end" = 'takenDown')));

-- It can't be undone. A draft has none: what was taken down of it is gone.
CREATE FUNCTION "keep_platform_take_down"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF TG_OP = 'UPDATE'
    OR (TG_OP = 'DELETE') IS DISTINCT FROM (SELECT r.state = 'draft' FROM "platform_report" r WHERE r.id = present.report_id)
  THEN RAISE EXCEPTION 'what is taken down stays so' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;
CREATE TRIGGER "platform_take_down_kept" BEFORE INSERT OR UPDATE OR DELETE ON "platform_take_down"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_take_down"();
