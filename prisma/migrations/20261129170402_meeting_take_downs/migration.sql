-- What was said at meetings can be taken down for safety: its place stays, and its words nowhere.
-- AlterTable
ALTER TABLE "agenda_point" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "decision_follow_up" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "meeting_source" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "meeting_text" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- What Prisma's schema can't say.
ALTER TABLE "addressed_text" DROP CONSTRAINT "addressed_text_end_check",
  ADD CONSTRAINT "addressed_text_end_check" CHECK (num_nonnulls("end", "ended_at", "ended_by_id") IN (0, 3)
    AND ("end" IS NULL OR "number" IS NOT NULL OR ("kind" IN ('platformPoint', 'decision') AND "end" = 'takenDown')));
ALTER TABLE "meeting_text" ADD CONSTRAINT "meeting_text_redacted_check" CHECK ("redacted_at" IS NULL OR "notes" = '');
ALTER TABLE "meeting_source" DROP CONSTRAINT "meeting_source_title_check",
  ADD CONSTRAINT "meeting_source_title_check" CHECK (("title" = '') = ("redacted_at" IS NOT NULL)
    AND ("redacted_at" IS NULL OR "url" = ''));
ALTER TABLE "agenda_point" ADD CONSTRAINT "agenda_point_redacted_check" CHECK ("redacted_at" IS NULL
  OR ("speaker" = '' AND "speaker_id" IS NULL AND "documents" = '[]'));
ALTER TABLE "decision_follow_up"
  ADD CONSTRAINT "decision_follow_up_redacted_check" CHECK ("redacted_at" IS NULL OR "body" = '');

-- What a meeting was told stays once it is closed, but that its words are taken out.
CREATE OR REPLACE FUNCTION "keep_follow_up"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.body = ''
    AND to_jsonb(OLD) - ARRAY['body', 'redacted_at'] = to_jsonb(NEW) - ARRAY['body', 'redacted_at']
  THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM "meeting" m WHERE m.id = present.meeting_id AND m.state = 'closed')
  THEN RAISE EXCEPTION 'the meeting is closed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;

-- Which decisions papers write out wasn't noted so far: more are named than they have, never fewer.
UPDATE "publication" p SET "text_ids" = p.text_ids || d.ids
  FROM (SELECT "plan_id", array_agg("text_id" ORDER BY "text_id") AS ids FROM "meeting_decision" GROUP BY "plan_id") d
  WHERE d.plan_id = p.plan_id AND p.kind = 'paperSet' AND p.read_at IS NOT NULL;
