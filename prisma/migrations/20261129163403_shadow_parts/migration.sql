-- The parts of a value that civil society sets beside the official one.
-- CreateTable
CREATE TABLE "shadow_part" (
    "text_id" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "kind" "value_kind" NOT NULL,
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

    CONSTRAINT "shadow_part_pkey" PRIMARY KEY ("text_id","cell_id")
);

-- CreateIndex
CREATE INDEX "shadow_part_cell_id_idx" ON "shadow_part"("cell_id");

-- AddForeignKey
ALTER TABLE "shadow_part" ADD CONSTRAINT "shadow_part_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "shadow_value"("text_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shadow_part" ADD CONSTRAINT "shadow_part_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.

-- A value may be told by its parts alone; redacted, it has none.
ALTER TABLE "shadow_value" DROP CONSTRAINT "shadow_value_figure_check";
ALTER TABLE "shadow_value" ADD CONSTRAINT "shadow_value_figure_check" CHECK (
  ("number" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'number')
  AND ("numerator" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'ratio')
  AND ("denominator" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'ratio')
  AND ("yes_no" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'yesNo')
  AND ("step" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'step')
  AND num_nonnulls("below", "numerator_below", "denominator_below", "text", "missing_reason") = 0
  AND ("kind" IS NULL OR "kind" IN ('number', 'ratio', 'yesNo', 'step'))
  AND ("redacted_at" IS NULL OR "kind" IS NULL) AND ("method" = '') = ("redacted_at" IS NOT NULL)
);

-- A part has exactly the columns of its kind, of those that stand for one exact value.
ALTER TABLE "shadow_part" ADD CONSTRAINT "shadow_part_figure_check" CHECK (
  ("number" IS NOT NULL) = ("kind" = 'number')
  AND ("numerator" IS NOT NULL) = ("kind" = 'ratio')
  AND ("denominator" IS NOT NULL) = ("kind" = 'ratio')
  AND ("yes_no" IS NOT NULL) = ("kind" = 'yesNo')
  AND ("step" IS NOT NULL) = ("kind" = 'step')
  AND num_nonnulls("below", "numerator_below", "denominator_below", "text", "missing_reason") = 0
  AND "kind" IN ('number', 'ratio', 'yesNo', 'step')
);
ALTER TABLE "shadow_part" ADD CONSTRAINT "shadow_part_bounds_check" CHECK ("denominator" >= 0 AND "step" >= 0);

-- Once the words beside it have passed, it stays as it was said, and goes only with a value that was redacted.
CREATE FUNCTION "refuse_all_but_redaction_of_shadow_part"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE kept shadow_part := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
BEGIN
  IF EXISTS (SELECT FROM addressed_round WHERE text_id = kept.text_id AND stage = 'passed')
    AND NOT (TG_OP = 'DELETE'
      AND EXISTS (SELECT FROM shadow_value WHERE text_id = kept.text_id AND redacted_at IS NOT NULL))
  THEN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "shadow_part_kept" BEFORE INSERT OR UPDATE OR DELETE ON "shadow_part"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_redaction_of_shadow_part"();
