-- Where it can be read what a unit replies.
-- AlterTable
ALTER TABLE "unit_response" ADD COLUMN     "evidence_title" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "evidence_url" TEXT NOT NULL DEFAULT '';

-- What Prisma's schema can't say.
ALTER TABLE "unit_response"
  ADD CONSTRAINT "unit_response_evidence_check" CHECK (("evidence_title" = '') = ("evidence_url" = '')
    AND ("redacted_at" IS NULL OR "evidence_url" = ''));

-- A given reply stays as it was said; all that is written in it can only be taken out, together.
CREATE FUNCTION "keep_given_reply"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  written CONSTANT text[] := ARRAY['body', 'evidence_title', 'evidence_url', 'redacted_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL
    AND NEW.body = '' AND NEW.evidence_title = '' AND NEW.evidence_url = ''
    AND (OLD.body <> '' OR OLD.evidence_url <> '') AND to_jsonb(OLD) - written = to_jsonb(NEW) - written
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "unit_response_kept" ON "unit_response";
CREATE TRIGGER "unit_response_kept" BEFORE UPDATE OR DELETE ON "unit_response"
  FOR EACH ROW WHEN (OLD."state" = 'given') EXECUTE FUNCTION "keep_given_reply"();
