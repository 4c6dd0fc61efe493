-- What a framework says belongs to an edition of it: places, codes and words, definitions, baselines and targets. What stands in a
-- plan becomes its first edition, which every results version so far reads.
CREATE TABLE "framework_edition" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "dated_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_reference" BOOLEAN NOT NULL DEFAULT true,
    "from_version" INTEGER,
    "until_version" INTEGER,

    CONSTRAINT "framework_edition_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "framework_edition_plan_id_number_key" ON "framework_edition"("plan_id", "number");
ALTER TABLE "framework_edition" ADD CONSTRAINT "framework_edition_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO "framework_edition" ("plan_id", "number", "dated_on", "is_reference", "from_version")
SELECT p."id", 1, coalesce(v."created_at", CURRENT_TIMESTAMP)::date, p."is_reference", 1
FROM "plan" p LEFT JOIN "results_version" v ON v."plan_id" = p."id" AND v."version" = 1;
ALTER TABLE "plan" DROP COLUMN "is_reference";

CREATE TABLE "edition_node" (
    "edition_id" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "parent_id" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "edition_node_pkey" PRIMARY KEY ("edition_id","node_id")
);
CREATE TABLE "edition_node_text" (
    "edition_id" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "edition_node_text_pkey" PRIMARY KEY ("edition_id","node_id","locale")
);
INSERT INTO "edition_node" ("edition_id", "node_id", "code", "parent_id", "position")
SELECT e."id", n."id", n."code", n."parent_id", n."position"
FROM "framework_node" n JOIN "framework_edition" e ON e."plan_id" = n."plan_id";
-- The words that were read: those of the last version.
INSERT INTO "edition_node_text" ("edition_id", "node_id", "locale", "title", "short_title", "description")
SELECT e."id", n."id", t."locale", t."title", t."short_title", t."description"
FROM "framework_node" n
  JOIN "framework_edition" e ON e."plan_id" = n."plan_id"
  JOIN "framework_node_version" v ON v."node_id" = n."id"
    AND v."version" = (SELECT max(l."version") FROM "framework_node_version" l WHERE l."node_id" = n."id")
  JOIN "framework_node_text" t ON t."node_version_id" = v."id";
DROP TABLE "framework_node_text";
DROP TABLE "framework_node_version";

CREATE TABLE "edition_indicator" (
    "edition_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "node_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "edition_indicator_pkey" PRIMARY KEY ("edition_id","indicator_id")
);
INSERT INTO "edition_indicator" ("edition_id", "indicator_id", "code", "node_id", "position")
SELECT e."id", i."id", i."code", i."node_id", i."position"
FROM "indicator" i JOIN "framework_edition" e ON e."plan_id" = i."plan_id";

CREATE TABLE "edition_definition" (
    "edition_id" INTEGER NOT NULL,
    "indicator_version_id" INTEGER NOT NULL,

    CONSTRAINT "edition_definition_pkey" PRIMARY KEY ("edition_id","indicator_version_id")
);
INSERT INTO "edition_definition" ("edition_id", "indicator_version_id")
SELECT e."id", v."id"
FROM "indicator_version" v JOIN "indicator" i ON i."id" = v."indicator_id" JOIN "framework_edition" e ON e."plan_id" = i."plan_id";

-- A row takes its own primary key along; of baselines and targets the highest version was read.
DELETE FROM "baseline" b USING "baseline" l
WHERE (l."indicator_version_id", l."unit_id") = (b."indicator_version_id", b."unit_id") AND l."version" > b."version";
DELETE FROM "target" t USING "target" l
WHERE (l."indicator_version_id", l."unit_id", l."period_id") = (t."indicator_version_id", t."unit_id", t."period_id")
  AND l."version" > t."version";
ALTER TABLE "indicator_version_text" ADD COLUMN "edition_id" INTEGER;
ALTER TABLE "milestone_step_text" ADD COLUMN "edition_id" INTEGER;
ALTER TABLE "baseline" ADD COLUMN "edition_id" INTEGER;
ALTER TABLE "target" ADD COLUMN "edition_id" INTEGER;
ALTER TABLE "path_note" ADD COLUMN "edition_id" INTEGER;
UPDATE "indicator_version_text" r SET "edition_id" = d."edition_id" FROM "edition_definition" d WHERE d."indicator_version_id" = r."indicator_version_id";
UPDATE "milestone_step_text" r SET "edition_id" = d."edition_id" FROM "edition_definition" d WHERE d."indicator_version_id" = r."indicator_version_id";
UPDATE "baseline" r SET "edition_id" = d."edition_id" FROM "edition_definition" d WHERE d."indicator_version_id" = r."indicator_version_id";
UPDATE "target" r SET "edition_id" = d."edition_id" FROM "edition_definition" d WHERE d."indicator_version_id" = r."indicator_version_id";
UPDATE "path_note" r SET "edition_id" = d."edition_id" FROM "edition_definition" d WHERE d."indicator_version_id" = r."indicator_version_id";
ALTER TABLE "indicator_version_text" ALTER COLUMN "edition_id" SET NOT NULL, DROP CONSTRAINT "indicator_version_text_pkey",
  ADD CONSTRAINT "indicator_version_text_pkey" PRIMARY KEY ("edition_id","indicator_version_id","locale");
ALTER TABLE "milestone_step_text" ALTER COLUMN "edition_id" SET NOT NULL, DROP CONSTRAINT "milestone_step_text_pkey",
  ADD CONSTRAINT "milestone_step_text_pkey" PRIMARY KEY ("edition_id","indicator_version_id","step","locale");
ALTER TABLE "baseline" ALTER COLUMN "edition_id" SET NOT NULL, DROP CONSTRAINT "baseline_pkey", DROP COLUMN "version",
  ADD CONSTRAINT "baseline_pkey" PRIMARY KEY ("edition_id","indicator_version_id","unit_id");
ALTER TABLE "target" ALTER COLUMN "edition_id" SET NOT NULL, DROP CONSTRAINT "target_pkey", DROP COLUMN "version",
  ADD CONSTRAINT "target_pkey" PRIMARY KEY ("edition_id","indicator_version_id","unit_id","period_id");
ALTER TABLE "path_note" ALTER COLUMN "edition_id" SET NOT NULL, DROP CONSTRAINT "path_note_pkey",
  ADD CONSTRAINT "path_note_pkey" PRIMARY KEY ("edition_id","indicator_version_id","unit_id");

ALTER TABLE "framework_node" DROP COLUMN "code", DROP COLUMN "parent_id", DROP COLUMN "position";
ALTER TABLE "indicator" DROP COLUMN "code", DROP COLUMN "node_id", DROP COLUMN "position";

CREATE UNIQUE INDEX "edition_node_edition_id_code_key" ON "edition_node"("edition_id", "code");
CREATE INDEX "indicator_plan_id_idx" ON "indicator"("plan_id");
CREATE INDEX "framework_node_plan_id_idx" ON "framework_node"("plan_id");
CREATE INDEX "edition_indicator_indicator_id_idx" ON "edition_indicator"("indicator_id");
CREATE UNIQUE INDEX "edition_indicator_edition_id_code_key" ON "edition_indicator"("edition_id", "code");
CREATE INDEX "edition_definition_indicator_version_id_idx" ON "edition_definition"("indicator_version_id");

ALTER TABLE "edition_node" ADD CONSTRAINT "edition_node_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "framework_edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "edition_node" ADD CONSTRAINT "edition_node_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_node" ADD CONSTRAINT "edition_node_edition_id_parent_id_fkey" FOREIGN KEY ("edition_id", "parent_id") REFERENCES "edition_node"("edition_id", "node_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "edition_node_text" ADD CONSTRAINT "edition_node_text_edition_id_node_id_fkey" FOREIGN KEY ("edition_id", "node_id") REFERENCES "edition_node"("edition_id", "node_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "edition_indicator" ADD CONSTRAINT "edition_indicator_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "framework_edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "edition_indicator" ADD CONSTRAINT "edition_indicator_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_indicator" ADD CONSTRAINT "edition_indicator_edition_id_node_id_fkey" FOREIGN KEY ("edition_id", "node_id") REFERENCES "edition_node"("edition_id", "node_id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "edition_definition" ADD CONSTRAINT "edition_definition_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "framework_edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "edition_definition" ADD CONSTRAINT "edition_definition_indicator_version_id_fkey" FOREIGN KEY ("indicator_version_id") REFERENCES "indicator_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "indicator_version_text" ADD CONSTRAINT "indicator_version_text_edition_id_indicator_version_id_fkey" FOREIGN KEY ("edition_id", "indicator_version_id") REFERENCES "edition_definition"("edition_id", "indicator_version_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "milestone_step_text" ADD CONSTRAINT "milestone_step_text_edition_id_indicator_version_id_fkey" FOREIGN KEY ("edition_id", "indicator_version_id") REFERENCES "edition_definition"("edition_id", "indicator_version_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_edition_id_indicator_version_id_fkey" FOREIGN KEY ("edition_id", "indicator_version_id") REFERENCES "edition_definition"("edition_id", "indicator_version_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "target" ADD CONSTRAINT "target_edition_id_indicator_version_id_fkey" FOREIGN KEY ("edition_id", "indicator_version_id") REFERENCES "edition_definition"("edition_id", "indicator_version_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "path_note" ADD CONSTRAINT "path_note_edition_id_indicator_version_id_fkey" FOREIGN KEY ("edition_id", "indicator_version_id") REFERENCES "edition_definition"("edition_id", "indicator_version_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say: one edition is read at present, a draft by nothing public, and nothing ends before it begins.
CREATE UNIQUE INDEX "framework_edition_present" ON "framework_edition" ("plan_id")
  WHERE "from_version" IS NOT NULL AND "until_version" IS NULL;
ALTER TABLE "framework_edition" ADD CONSTRAINT "framework_edition_number_check" CHECK ("number" >= 1);
ALTER TABLE "framework_edition" ADD CONSTRAINT "framework_edition_interval_check"
  CHECK ("until_version" IS NULL OR ("from_version" IS NOT NULL AND "from_version" <= "until_version"));

-- An edition that was adopted gives way to the next one, and nothing else of it changes. Who writes a draft holds it, so that it
-- isn't adopted meanwhile.
CREATE FUNCTION "guard_framework_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.from_version IS NULL THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND (OLD.from_version IS NULL OR (OLD.until_version IS NULL AND NEW.until_version IS NOT NULL
    AND to_jsonb(OLD) - 'until_version' = to_jsonb(NEW) - 'until_version'))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'an adopted edition is only ever closed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION "refuse_in_adopted_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE edition record;
BEGIN
  FOR edition IN SELECT from_version FROM framework_edition WHERE id IN (OLD.edition_id, NEW.edition_id) FOR SHARE LOOP
    IF edition.from_version IS NOT NULL THEN
      RAISE EXCEPTION 'rows of % belong to an adopted edition', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
-- The rules of a definition, by the column that says which one it is.
CREATE FUNCTION "refuse_of_adopted_definition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM edition_definition d JOIN framework_edition e ON e.id = d.edition_id
    WHERE d.indicator_version_id IN ((to_jsonb(OLD) ->> TG_ARGV[0])::int, (to_jsonb(NEW) ->> TG_ARGV[0])::int)
      AND e.from_version IS NOT NULL)
  THEN RAISE EXCEPTION 'rows of % belong to an adopted definition', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "framework_edition_guarded" BEFORE UPDATE OR DELETE ON "framework_edition"
  FOR EACH ROW EXECUTE FUNCTION "guard_framework_edition"();
CREATE TRIGGER "edition_node_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "edition_node"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "edition_node_text_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "edition_node_text"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "edition_indicator_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "edition_indicator"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "edition_definition_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "edition_definition"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "indicator_version_text_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "indicator_version_text"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "milestone_step_text_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "milestone_step_text"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "baseline_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "baseline"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "target_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "target"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "path_note_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "path_note"
  FOR EACH ROW EXECUTE FUNCTION "refuse_in_adopted_edition"();
CREATE TRIGGER "indicator_version_guarded" BEFORE UPDATE OR DELETE ON "indicator_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_of_adopted_definition"('id');
CREATE TRIGGER "milestone_step_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "milestone_step"
  FOR EACH ROW EXECUTE FUNCTION "refuse_of_adopted_definition"('indicator_version_id');
CREATE TRIGGER "disaggregation_table_guarded" BEFORE INSERT OR UPDATE OR DELETE ON "disaggregation_table"
  FOR EACH ROW EXECUTE FUNCTION "refuse_of_adopted_definition"('indicator_version_id');
