-- A value of its own that an observation about an indicator carries, beside the official one.
-- CreateTable
CREATE TABLE "shadow_value" (
    "text_id" INTEGER NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,
    "kind" "value_kind",
    "number" DECIMAL(30,8),
    "below" INTEGER,
    "numerator" DECIMAL(30,8),
    "numerator_below" INTEGER,
    "denominator" DECIMAL(30,8),
    "denominator_below" INTEGER,
    "yes_no" BOOLEAN,
    "step" INTEGER,
    "text" TEXT,
    "missing_reason" "missing_reason",
    "method" TEXT NOT NULL,
    "redacted_at" TIMESTAMP(3),

    CONSTRAINT "shadow_value_pkey" PRIMARY KEY ("text_id")
);

-- CreateIndex
CREATE INDEX "shadow_value_indicator_version_id_idx" ON "shadow_value"("indicator_version_id");

-- AddForeignKey
ALTER TABLE "shadow_value" ADD CONSTRAINT "shadow_value_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "observation"("text_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shadow_value" ADD CONSTRAINT "shadow_value_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.

-- It has exactly the columns of its kind, of those that stand for one exact value; redacted, it has none.
ALTER TABLE "shadow_value" ADD CONSTRAINT "shadow_value_figure_check" CHECK (
  ("number" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'number')
  AND ("numerator" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'ratio')
  AND ("denominator" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'ratio')
  AND ("yes_no" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'yesNo')
  AND ("step" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'step')
  AND num_nonnulls("below", "numerator_below", "denominator_below", "text", "missing_reason") = 0
  AND ("kind" IS NULL OR "kind" IN ('number', 'ratio', 'yesNo', 'step'))
  AND ("kind" IS NULL) = ("redacted_at" IS NOT NULL) AND ("method" = '') = ("redacted_at" IS NOT NULL)
);
ALTER TABLE "shadow_value" ADD CONSTRAINT "shadow_value_bounds_check" CHECK ("denominator" >= 0 AND "step" >= 0);

-- Once the words beside it have passed, it stays as it was said, and can only be taken out.
CREATE FUNCTION "refuse_all_but_redaction_of_shadow"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept shadow_value := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT FROM addressed_round WHERE text_id = kept.text_id AND stage = 'passed')
    AND NOT (TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL
      AND NEW.text_id = OLD.text_id AND NEW.indicator_version_id = OLD.indicator_version_id)
  THEN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "shadow_value_kept" BEFORE INSERT OR UPDATE OR DELETE ON "shadow_value"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_redaction_of_shadow"();
