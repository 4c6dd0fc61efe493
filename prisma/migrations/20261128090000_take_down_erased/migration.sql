-- The words of a narrative that is taken down can be erased. That they were public, and when, stays.
ALTER TABLE "take_down" ADD COLUMN     "erased_at" TIMESTAMP(3),
ADD COLUMN     "erased_by_id" INTEGER;
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_erased_by_id_fkey" FOREIGN KEY ("erased_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "published_narrative" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- What Prisma's schema can't say: what was erased isn't restored.
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_erased_check" CHECK (
  num_nonnulls("erased_at", "erased_by_id") IN (0, 2)
  AND ("erased_at" IS NULL OR "kind" = 'narrative' AND "until_version" IS NULL)
);
ALTER TABLE "published_narrative" DROP CONSTRAINT "published_narrative_text_check",
  ADD CONSTRAINT "published_narrative_text_check" CHECK (("text" = '') = ("redacted_at" IS NOT NULL));

CREATE OR REPLACE FUNCTION "refuse_all_but_restoring"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - ARRAY['until_version', 'restored_at', 'restored_by_id']
      = to_jsonb(NEW) - ARRAY['until_version', 'restored_at', 'restored_by_id']
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND OLD.reason <> '' AND NEW.reason = ''
    AND to_jsonb(OLD) - ARRAY['reason', 'redacted_at'] = to_jsonb(NEW) - ARRAY['reason', 'redacted_at']
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
    AND to_jsonb(OLD) - ARRAY['erased_at', 'erased_by_id'] = to_jsonb(NEW) - ARRAY['erased_at', 'erased_by_id']
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, and restored', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Words go once, and only after the take-down that says who erased them.
CREATE FUNCTION "refuse_all_but_closing_or_erasing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - 'until_version' = to_jsonb(NEW) - 'until_version'
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.text = ''
    AND to_jsonb(OLD) - ARRAY['text', 'redacted_at'] = to_jsonb(NEW) - ARRAY['text', 'redacted_at']
    AND EXISTS (
      SELECT FROM take_down t
      WHERE t.unit_id = OLD.unit_id AND t.period_id = OLD.period_id AND t.pillar_id = OLD.pillar_id
        AND t.narrative_kind = OLD.kind AND t.erased_at IS NOT NULL)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added and closed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "published_narrative_append_only" ON "published_narrative";
CREATE TRIGGER "published_narrative_append_only" BEFORE UPDATE OR DELETE ON "published_narrative"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_closing_or_erasing"();
