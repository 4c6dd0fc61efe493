-- AlterTable
ALTER TABLE "file_fill" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "review_decision" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "value_revision" ADD COLUMN     "redacted_at" TIMESTAMP(3);

-- What Prisma's schema can't say.

-- Words that were redacted leave their kind behind.
ALTER TABLE "value_revision" DROP CONSTRAINT "value_revision_figure_check";
ALTER TABLE "value_revision" ADD CONSTRAINT "value_revision_figure_check" CHECK (
  ("number" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'number')
  AND ("below" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'censored')
  AND num_nonnulls("numerator", "numerator_below") = ("kind" IS NOT DISTINCT FROM 'ratio')::int
  AND num_nonnulls("denominator", "denominator_below") = ("kind" IS NOT DISTINCT FROM 'ratio')::int
  AND ("yes_no" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'yesNo')
  AND ("step" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'step')
  AND ("text" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'narrative' AND "redacted_at" IS NULL)
  AND ("missing_reason" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'missing')
);

-- Rows are only ever added, but for their words, named by the trigger: those are taken out once, with a mark that they were.
CREATE FUNCTION "refuse_all_but_redaction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL
    AND coalesce(to_jsonb(OLD) ->> TG_ARGV[0], '') <> '' AND coalesce(to_jsonb(NEW) ->> TG_ARGV[0], '') = ''
    AND to_jsonb(OLD) - ARRAY[TG_ARGV[0], 'redacted_at'] = to_jsonb(NEW) - ARRAY[TG_ARGV[0], 'redacted_at']
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "value_revision_append_only" ON "value_revision";
CREATE TRIGGER "value_revision_append_only" BEFORE UPDATE OR DELETE ON "value_revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_redaction"('text');
CREATE TRIGGER "review_decision_append_only" BEFORE UPDATE OR DELETE ON "review_decision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_redaction"('reason');
CREATE TRIGGER "review_decision_never_emptied" BEFORE TRUNCATE ON "review_decision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "file_fill_append_only" BEFORE UPDATE OR DELETE ON "file_fill"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_redaction"('file_name');
CREATE TRIGGER "file_fill_never_emptied" BEFORE TRUNCATE ON "file_fill"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "results_version_append_only" BEFORE UPDATE OR DELETE ON "results_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "results_version_never_emptied" BEFORE TRUNCATE ON "results_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
