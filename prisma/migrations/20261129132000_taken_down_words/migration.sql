-- What is taken down for safety leaves its place, and its words nowhere.
-- AlterTable
ALTER TABLE "addressed_text" ADD COLUMN     "end_rule" "safety_rule";

-- AlterTable
ALTER TABLE "platform_activity" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- What Prisma's schema can't say.
ALTER TABLE "addressed_text"
  ADD CONSTRAINT "addressed_text_end_rule_check" CHECK ("end_rule" IS NULL OR "end" = 'takenDown');
ALTER TABLE "platform_activity"
  DROP CONSTRAINT "platform_activity_title_check",
  ADD CONSTRAINT "platform_activity_words_check" CHECK (("title" = '') = ("redacted_at" IS NOT NULL)
    AND ("redacted_at" IS NULL OR ("place" = '' AND "time" = '' AND "reach" = ''
      AND num_nonnulls("officials", "community") = 0)));

-- An activity of an agreed report stays as it was, but that its words are taken out.
CREATE FUNCTION "keep_platform_activity"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words CONSTANT text[] := ARRAY['title', 'place', 'time', 'officials', 'community', 'reach', 'redacted_at'];
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "platform_report" r WHERE r.id = present.report_id AND r.state <> 'draft')
    AND NOT (TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL
      AND to_jsonb(OLD) - words = to_jsonb(NEW) - words)
  THEN RAISE EXCEPTION 'the report of the platform is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;
DROP TRIGGER "platform_activity_kept" ON "platform_activity";
CREATE TRIGGER "platform_activity_kept" BEFORE INSERT OR UPDATE OR DELETE ON "platform_activity"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_activity"();

-- How a key action stood stays when its words go, and with them its evidence and its reason.
ALTER TABLE "key_action"
  DROP CONSTRAINT "key_action_done_check",
  DROP CONSTRAINT "key_action_reason_check",
  ADD CONSTRAINT "key_action_done_check" CHECK (("state" = 'done') = ("done_on" IS NOT NULL)
    AND ("state" <> 'done' OR "evidence_url" <> '' OR "redacted_at" IS NOT NULL)),
  ADD CONSTRAINT "key_action_reason_check" CHECK (("reason" <> '') = ("state" = 'stopped' AND "redacted_at" IS NULL)),
  ADD CONSTRAINT "key_action_redacted_check" CHECK ("redacted_at" IS NULL OR "evidence_url" = '');
CREATE OR REPLACE FUNCTION "refuse_all_but_telling"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told CONSTANT text[] := ARRAY['state', 'due_on', 'done_on', 'evidence_title', 'evidence_url', 'reason', 'told_at',
    'told_by_id', 'row_version'];
  words CONSTANT text[] := ARRAY['body', 'evidence_title', 'evidence_url', 'reason', 'redacted_at', 'row_version'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND to_jsonb(OLD) - told = to_jsonb(NEW) - told THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.body = ''
    AND to_jsonb(OLD) - words = to_jsonb(NEW) - words
  THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND OLD.round IS NOT NULL AND NOT EXISTS (SELECT FROM unit_response r WHERE r.text_id = OLD.text_id
    AND r.round = OLD.round AND r.unit_id = OLD.unit_id AND r.state = 'given')
  THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, and told anew', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- What was taken down so far was only hidden.
UPDATE "key_action" k SET "body" = '', "evidence_title" = '', "evidence_url" = '', "reason" = '', "redacted_at" = t."ended_at"
  FROM "addressed_text" t WHERE t.id = k.text_id AND t."end" = 'takenDown' AND k.redacted_at IS NULL;
UPDATE "unit_response" r SET "body" = '', "redacted_at" = CASE WHEN r.state = 'given' THEN t."ended_at" END
  FROM "addressed_text" t WHERE t.id = r.text_id AND t."end" = 'takenDown' AND r.body <> '';
UPDATE "shadow_value" s SET "kind" = NULL, "number" = NULL, "numerator" = NULL, "denominator" = NULL, "yes_no" = NULL,
    "step" = NULL, "method" = '', "redacted_at" = t."ended_at"
  FROM "addressed_text" t WHERE t.id = s.text_id AND t."end" = 'takenDown' AND s.redacted_at IS NULL;
DELETE FROM "observation_source" s USING "addressed_text" t WHERE t.id = s.text_id AND t."end" = 'takenDown';
DELETE FROM "recommendation_words" w USING "addressed_text" t WHERE t.id = w.text_id AND t."end" = 'takenDown';
UPDATE "addressed_round" r SET "body" = '', "note" = '', "redacted_at" = t."ended_at"
  FROM "addressed_text" t WHERE t.id = r.text_id AND t."end" = 'takenDown' AND r.redacted_at IS NULL;
UPDATE "platform_activity" a SET "title" = '', "place" = '', "time" = '', "reach" = '', "officials" = NULL,
    "community" = NULL, "redacted_at" = d."taken_at"
  FROM "platform_take_down" d WHERE d.report_id = a.report_id AND d.part = 'activity' AND d.position = a.position
    AND a.redacted_at IS NULL;
