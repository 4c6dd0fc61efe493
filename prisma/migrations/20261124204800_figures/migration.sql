-- R in what exact figures of 18 digits and 8 decimals can lead to.
ALTER TABLE "result" ALTER COLUMN "ratio" SET DATA TYPE DECIMAL(40,6),
ALTER COLUMN "public_ratio" SET DATA TYPE DECIMAL(40,6);

-- A report's unit and period are of its plan.
ALTER TABLE "report" DROP CONSTRAINT "report_unit_id_fkey";
ALTER TABLE "report" DROP CONSTRAINT "report_period_id_fkey";
CREATE UNIQUE INDEX "reporting_period_id_plan_id_key" ON "reporting_period"("id", "plan_id");
ALTER TABLE "report" ADD CONSTRAINT "report_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report" ADD CONSTRAINT "report_period_id_plan_id_fkey" FOREIGN KEY ("period_id", "plan_id") REFERENCES "reporting_period"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.

-- A figure has exactly the columns of its kind, wherever it is kept. Written so that no NULL makes a condition unknown,
-- which a check takes for true. A revision without a kind cleared the cell; the region's result may be missing without a
-- reason.
ALTER TABLE "value" DROP CONSTRAINT "value_figure_check";
ALTER TABLE "value_revision" DROP CONSTRAINT "value_revision_figure_check";
ALTER TABLE "value" ADD CONSTRAINT "value_figure_check" CHECK (
  ("number" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'number')
  AND ("below" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'censored')
  AND num_nonnulls("numerator", "numerator_below") = ("kind" IS NOT DISTINCT FROM 'ratio')::int
  AND num_nonnulls("denominator", "denominator_below") = ("kind" IS NOT DISTINCT FROM 'ratio')::int
  AND ("yes_no" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'yesNo')
  AND ("step" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'step')
  AND ("text" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'narrative')
  AND ("missing_reason" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'missing')
);
ALTER TABLE "value_revision" ADD CONSTRAINT "value_revision_figure_check" CHECK (
  ("number" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'number')
  AND ("below" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'censored')
  AND num_nonnulls("numerator", "numerator_below") = ("kind" IS NOT DISTINCT FROM 'ratio')::int
  AND num_nonnulls("denominator", "denominator_below") = ("kind" IS NOT DISTINCT FROM 'ratio')::int
  AND ("yes_no" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'yesNo')
  AND ("step" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'step')
  AND ("text" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'narrative')
  AND ("missing_reason" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'missing')
);
ALTER TABLE "result" ADD CONSTRAINT "result_figure_check" CHECK (
  ("number" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'number')
  AND ("below" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'censored')
  AND num_nonnulls("numerator", "numerator_below") = ("kind" IS NOT DISTINCT FROM 'ratio')::int
  AND num_nonnulls("denominator", "denominator_below") = ("kind" IS NOT DISTINCT FROM 'ratio')::int
  AND ("yes_no" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'yesNo')
  AND ("step" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'step')
  AND ("text" IS NOT NULL) = ("kind" IS NOT DISTINCT FROM 'narrative')
  AND ("missing_reason" IS NULL OR "kind" = 'missing')
);
ALTER TABLE "former_figure" ADD CONSTRAINT "former_figure_figure_check" CHECK (
  ("number" IS NOT NULL) = ("kind" = 'number')
  AND ("below" IS NOT NULL) = ("kind" = 'censored')
  AND num_nonnulls("numerator", "numerator_below") = ("kind" = 'ratio')::int
  AND num_nonnulls("denominator", "denominator_below") = ("kind" = 'ratio')::int
);

-- And columns in which such a figure can be. A numerator that counts nobody may be below 0, as a change of a budget.
ALTER TABLE "value" DROP CONSTRAINT "value_bounds_check";
ALTER TABLE "value" ADD CONSTRAINT "value_bounds_check" CHECK (
  "below" >= 1 AND "numerator_below" >= 1 AND "denominator" >= 0 AND "denominator_below" >= 1
  AND "step" >= 0 AND "text" <> ''
);

-- Rows that are only ever added aren't emptied as a whole either.
CREATE TRIGGER "value_revision_never_emptied" BEFORE TRUNCATE ON "value_revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_never_emptied" BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
