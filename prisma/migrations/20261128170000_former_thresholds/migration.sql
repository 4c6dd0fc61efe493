CREATE TABLE "former_threshold" (
    "plan_id" INTEGER NOT NULL,
    "until_version" INTEGER NOT NULL,
    "threshold" INTEGER NOT NULL,

    CONSTRAINT "former_threshold_pkey" PRIMARY KEY ("plan_id","until_version")
);

ALTER TABLE "former_threshold" ADD CONSTRAINT "former_threshold_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "former_threshold" ADD CONSTRAINT "former_threshold_plan_id_until_version_fkey" FOREIGN KEY ("plan_id", "until_version") REFERENCES "results_version"("plan_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say: under which thresholds values were public is what hiding rests on from then on.
ALTER TABLE "former_threshold" ADD CONSTRAINT "former_threshold_threshold_check" CHECK ("threshold" >= 2);
CREATE TRIGGER "former_threshold_append_only" BEFORE UPDATE OR DELETE ON "former_threshold"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "former_threshold_never_emptied" BEFORE TRUNCATE ON "former_threshold"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
-- The threshold of a plan changes with the row that says which one gave way.
CREATE FUNCTION "keep_former_threshold"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "former_threshold" f
      WHERE f."plan_id" = OLD."id" AND f."until_version" = NEW."results_version" - 1 AND f."threshold" = OLD."small_count_threshold") THEN
    RAISE EXCEPTION 'A threshold of small counts that gives way is kept in former_threshold.';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "plan_keeps_former_threshold" AFTER UPDATE OF "small_count_threshold" ON "plan"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD."small_count_threshold" IS DISTINCT FROM NEW."small_count_threshold")
  EXECUTE FUNCTION "keep_former_threshold"();
