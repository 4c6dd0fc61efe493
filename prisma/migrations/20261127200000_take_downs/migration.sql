CREATE TYPE "take_down_kind" AS ENUM ('narrative', 'value');

CREATE TABLE "take_down" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "kind" "take_down_kind" NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "pillar_id" INTEGER,
    "narrative_kind" "narrative_kind",
    "indicator_id" INTEGER,
    "reason" TEXT NOT NULL,
    "redacted_at" TIMESTAMP(3),
    "taken_at" TIMESTAMP(3) NOT NULL,
    "taken_by_id" INTEGER NOT NULL,
    "from_version" INTEGER NOT NULL,
    "until_version" INTEGER,
    "restored_at" TIMESTAMP(3),
    "restored_by_id" INTEGER,

    CONSTRAINT "take_down_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "take_down_plan_id_idx" ON "take_down"("plan_id");

ALTER TABLE "take_down" ADD CONSTRAINT "take_down_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_period_id_plan_id_fkey" FOREIGN KEY ("period_id", "plan_id") REFERENCES "reporting_period"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_pillar_id_fkey" FOREIGN KEY ("pillar_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_restored_by_id_fkey" FOREIGN KEY ("restored_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say: what it is of, that one stands for an indicator's values, and what restoring writes.
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_kind_check" CHECK (
  ("kind" = 'narrative') = ("pillar_id" IS NOT NULL AND "narrative_kind" IS NOT NULL)
  AND ("kind" = 'value') = ("indicator_id" IS NOT NULL)
  AND ("pillar_id" IS NULL) = ("narrative_kind" IS NULL)
);
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_reason_check" CHECK (("reason" = '') = ("redacted_at" IS NOT NULL));
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_interval_check" CHECK ("from_version" <= "until_version");
ALTER TABLE "take_down" ADD CONSTRAINT "take_down_restored_check" CHECK (
  num_nonnulls("until_version", "restored_at", "restored_by_id") IN (0, 3)
);
CREATE UNIQUE INDEX "take_down_present" ON "take_down" ("unit_id", "period_id", "indicator_id")
  WHERE "until_version" IS NULL AND "kind" = 'value';

-- A take-down is closed once, by who restores; its reason is taken out once. Nothing else of it changes.
CREATE FUNCTION "refuse_all_but_restoring"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - ARRAY['until_version', 'restored_at', 'restored_by_id']
      = to_jsonb(NEW) - ARRAY['until_version', 'restored_at', 'restored_by_id']
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND OLD.reason <> '' AND NEW.reason = ''
    AND to_jsonb(OLD) - ARRAY['reason', 'redacted_at'] = to_jsonb(NEW) - ARRAY['reason', 'redacted_at']
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, and restored', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "take_down_append_only" BEFORE UPDATE OR DELETE ON "take_down"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_restoring"();
CREATE TRIGGER "take_down_never_emptied" BEFORE TRUNCATE ON "take_down"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
