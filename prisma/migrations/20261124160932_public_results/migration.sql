-- AlterTable
ALTER TABLE "result" ADD COLUMN     "countries_in" INTEGER,
ADD COLUMN     "countries_of" INTEGER,
ADD COLUMN     "public_inputs" JSONB,
ADD COLUMN     "public_ratio" DECIMAL(20,6);

-- CreateTable
CREATE TABLE "former_figure" (
    "period_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,
    "cell_id" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "until" INTEGER NOT NULL,
    "kind" "value_kind" NOT NULL,
    "number" DECIMAL(30,8),
    "below" INTEGER,
    "numerator" DECIMAL(30,8),
    "numerator_below" INTEGER,
    "denominator" DECIMAL(30,8),
    "denominator_below" INTEGER,
    "mark" "public_mark" NOT NULL,

    CONSTRAINT "former_figure_pkey" PRIMARY KEY ("period_id","unit_id","indicator_version_id","cell_id","until")
);

-- AddForeignKey
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "reporting_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_cell_id_fkey" FOREIGN KEY ("cell_id") REFERENCES "cell"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is public agrees with itself: R only beside the exact status, a reason beside "not assessed", a mark for what is missing.
ALTER TABLE "result" ADD CONSTRAINT "result_public_status_check" CHECK (
  ("status" IS NULL) = ("public_status" IS NULL)
  AND ("public_status" IS NULL OR ("public_status" = 'notAssessed') = ("public_status_reason" IS NOT NULL))
  AND ("public_ratio" IS NULL OR ("public_ratio" = "ratio" AND "public_status" = "status"))
);
ALTER TABLE "result" ADD CONSTRAINT "result_public_mark_check" CHECK (("public_mark" = 'missing') = ("kind" = 'missing'));
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_check" CHECK (
  "since" <= "until" AND "mark" <> 'missing' AND "kind" IN ('number', 'censored', 'ratio')
);
