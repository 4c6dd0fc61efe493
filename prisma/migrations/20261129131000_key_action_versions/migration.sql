-- Who tells of one key action doesn't refuse who tells of another of the same text.
-- AlterTable
ALTER TABLE "key_action" ADD COLUMN "row_version" INTEGER NOT NULL DEFAULT 1;

-- What Prisma's schema can't say.
CREATE OR REPLACE FUNCTION "refuse_all_but_telling"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told CONSTANT text[] := ARRAY['state', 'due_on', 'done_on', 'evidence_title', 'evidence_url', 'reason', 'told_at',
    'told_by_id', 'row_version'];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - told = to_jsonb(NEW) - told THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.body = ''
    AND to_jsonb(OLD) - ARRAY['body', 'redacted_at'] = to_jsonb(NEW) - ARRAY['body', 'redacted_at']
  THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND OLD.round IS NOT NULL AND NOT EXISTS (SELECT FROM unit_response r WHERE r.text_id = OLD.text_id
    AND r.round = OLD.round AND r.unit_id = OLD.unit_id AND r.state = 'given')
  THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, and told anew', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
