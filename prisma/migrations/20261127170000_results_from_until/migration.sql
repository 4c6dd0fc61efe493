-- Results and what units wrote for everybody stand from one results version until another: rows are added and closed, never
-- changed. Rows that stand at present begin at the present version, for nobody knows since when they stood just so.
ALTER TABLE "plan" ADD COLUMN "history_from" INTEGER NOT NULL DEFAULT 1;
UPDATE "plan" SET "history_from" = "results_version";

ALTER TABLE "result" RENAME COLUMN "results_version" TO "value_since";
ALTER TABLE "result" ADD COLUMN "from_version" INTEGER, ADD COLUMN "until_version" INTEGER, ADD COLUMN "disclosure_bound" INTEGER;
UPDATE "result" r SET
  "from_version" = p."results_version",
  "disclosure_bound" = CASE WHEN r."disclosure_state" = 'small' THEN
    CASE r."kind" WHEN 'censored' THEN greatest(r."below", p."small_count_threshold") WHEN 'ratio' THEN NULL ELSE p."small_count_threshold" END END
FROM "plan" p WHERE p."id" = r."plan_id";
ALTER TABLE "result" ALTER COLUMN "from_version" SET NOT NULL;
ALTER TABLE "result" DROP CONSTRAINT "result_pkey",
  ADD CONSTRAINT "result_pkey" PRIMARY KEY ("period_id", "unit_id", "indicator_version_id", "cell_id", "from_version");

-- What readers have seen becomes rows that stand no more. First where a value was hidden of which no other row would say so;
-- what took its place begins a version later.
CREATE TEMPORARY TABLE "memory" AS
SELECT h."period_id", h."unit_id", h."indicator_version_id", h."cell_id", h."since", h."state"
FROM "hidden_figure" h
WHERE NOT EXISTS (
    SELECT FROM "result" r
    WHERE (r."period_id", r."unit_id", r."indicator_version_id", r."cell_id")
        = (h."period_id", h."unit_id", h."indicator_version_id", h."cell_id")
      AND (r."disclosure_state" IN ('small', 'suppressed') OR r."seen_state" IN ('small', 'suppressed')))
  AND NOT EXISTS (
    SELECT FROM "former_figure" f
    WHERE (f."period_id", f."unit_id", f."indicator_version_id", f."cell_id")
        = (h."period_id", h."unit_id", h."indicator_version_id", h."cell_id")
      AND f."state" IN ('small', 'suppressed'));

INSERT INTO "result" ("plan_id", "period_id", "unit_id", "indicator_version_id", "cell_id", "kind", "number", "below",
  "numerator", "numerator_below", "denominator", "denominator_below", "disclosure_state", "disclosure_bound", "seen_state",
  "approved_at", "value_since", "from_version", "until_version")
SELECT DISTINCT ON (m."period_id", m."unit_id", m."indicator_version_id", m."cell_id")
  u."plan_id", m."period_id", m."unit_id", m."indicator_version_id", m."cell_id",
  coalesce(k."kind", 'censored'), k."number", CASE WHEN k."kind" IS NULL THEN p."small_count_threshold" ELSE k."below" END,
  k."numerator", k."numerator_below", k."denominator", k."denominator_below",
  m."state", NULL, m."state", coalesce(k."approved_at", now()), coalesce(k."since", m."since"), m."since", m."since"
FROM "memory" m
  JOIN "reporting_unit" u ON u."id" = m."unit_id" JOIN "plan" p ON p."id" = u."plan_id"
  LEFT JOIN LATERAL (
    SELECT r."kind", r."number", r."below", r."numerator", r."numerator_below", r."denominator", r."denominator_below",
      r."value_since" AS "since", r."approved_at"
    FROM "result" r
    WHERE (r."period_id", r."unit_id", r."indicator_version_id", r."cell_id")
        = (m."period_id", m."unit_id", m."indicator_version_id", m."cell_id")
      AND r."until_version" IS NULL AND r."value_since" <= m."since" AND r."kind" IN ('number', 'censored', 'ratio')
    UNION ALL
    SELECT f."kind", f."number", f."below", f."numerator", f."numerator_below", f."denominator", f."denominator_below",
      f."since", NULL
    FROM "former_figure" f
    WHERE (f."period_id", f."unit_id", f."indicator_version_id", f."cell_id")
        = (m."period_id", m."unit_id", m."indicator_version_id", m."cell_id")
      AND m."since" BETWEEN f."since" AND f."until"
    LIMIT 1
  ) k ON true;

-- The most that was ever told of a value that stands at present.
INSERT INTO "result" ("plan_id", "period_id", "unit_id", "indicator_version_id", "cell_id", "kind", "number", "below",
  "numerator", "numerator_below", "denominator", "denominator_below", "disclosure_state", "seen_state", "approved_at",
  "value_since", "from_version", "until_version")
SELECT r."plan_id", r."period_id", r."unit_id", r."indicator_version_id", r."cell_id", r."kind", r."number", r."below",
  r."numerator", r."numerator_below", r."denominator", r."denominator_below", r."seen_state", r."seen_state", r."approved_at",
  r."value_since", begun."version", greatest(begun."version", p."results_version" - 1)
FROM "result" r JOIN "plan" p ON p."id" = r."plan_id"
  CROSS JOIN LATERAL (
    SELECT r."value_since" + count(*)::int AS "version" FROM "memory" m
    WHERE (m."period_id", m."unit_id", m."indicator_version_id", m."cell_id", m."since")
        = (r."period_id", r."unit_id", r."indicator_version_id", r."cell_id", r."value_since")
  ) begun
WHERE r."until_version" IS NULL AND r."seen_state" <> r."disclosure_state" AND begun."version" < r."from_version";

-- Values that gave way to others.
INSERT INTO "result" ("plan_id", "period_id", "unit_id", "indicator_version_id", "cell_id", "kind", "number", "below",
  "numerator", "numerator_below", "denominator", "denominator_below", "disclosure_state", "seen_state", "approved_at",
  "value_since", "from_version", "until_version")
SELECT u."plan_id", f."period_id", f."unit_id", f."indicator_version_id", f."cell_id", f."kind", f."number", f."below",
  f."numerator", f."numerator_below", f."denominator", f."denominator_below", f."state", f."state",
  coalesce(v."created_at", now()), f."since", begun."version", greatest(begun."version", f."until")
FROM "former_figure" f
  JOIN "reporting_unit" u ON u."id" = f."unit_id"
  LEFT JOIN "results_version" v ON v."plan_id" = u."plan_id" AND v."version" = f."since"
  CROSS JOIN LATERAL (
    SELECT f."since" + count(*)::int AS "version" FROM "memory" m
    WHERE (m."period_id", m."unit_id", m."indicator_version_id", m."cell_id", m."since")
        = (f."period_id", f."unit_id", f."indicator_version_id", f."cell_id", f."since")
  ) begun;

DROP TABLE "memory";
DROP TABLE "hidden_figure";
DROP TABLE "former_figure";
ALTER TABLE "result" DROP COLUMN "seen_state";

ALTER TABLE "published_narrative" RENAME COLUMN "results_version" TO "from_version";
ALTER TABLE "published_narrative" ADD COLUMN "until_version" INTEGER;
ALTER TABLE "published_narrative" DROP CONSTRAINT "published_narrative_pkey",
  ADD CONSTRAINT "published_narrative_pkey" PRIMARY KEY ("period_id", "unit_id", "pillar_id", "kind", "from_version");

-- What Prisma's schema can't say: one row of a place stands at present, and nothing ends before it begins.
CREATE UNIQUE INDEX "result_present" ON "result" ("period_id", "unit_id", "indicator_version_id", "cell_id")
  WHERE "until_version" IS NULL;
CREATE UNIQUE INDEX "published_narrative_present" ON "published_narrative" ("period_id", "unit_id", "pillar_id", "kind")
  WHERE "until_version" IS NULL;
ALTER TABLE "result" ADD CONSTRAINT "result_interval_check"
  CHECK ("value_since" <= "from_version" AND "from_version" <= "until_version");
ALTER TABLE "published_narrative" ADD CONSTRAINT "published_narrative_interval_check" CHECK ("from_version" <= "until_version");

-- What was public, or hidden, isn't made unseen: a row is closed once, and nothing else of it changes.
CREATE FUNCTION "refuse_all_but_closing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - 'until_version' = to_jsonb(NEW) - 'until_version'
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are only ever added and closed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "result_append_only" BEFORE UPDATE OR DELETE ON "result"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_closing"();
CREATE TRIGGER "result_never_emptied" BEFORE TRUNCATE ON "result"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "published_narrative_append_only" BEFORE UPDATE OR DELETE ON "published_narrative"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_closing"();
CREATE TRIGGER "published_narrative_never_emptied" BEFORE TRUNCATE ON "published_narrative"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
