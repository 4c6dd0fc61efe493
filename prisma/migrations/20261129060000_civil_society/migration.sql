-- The civil society platform of a country or of the region: its members, and their report of each year.
-- CreateEnum
CREATE TYPE "platform_report_state" AS ENUM ('draft', 'agreed', 'presented', 'answered');

-- CreateEnum
CREATE TYPE "platform_point_kind" AS ENUM ('challenge', 'priority');

-- CreateTable
CREATE TABLE "platform_member" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "platform_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_report" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "platform_report_state" NOT NULL DEFAULT 'draft',
    "organisation_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "visibility" "addressed_visibility" NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "agreed_on" DATE,
    "member_count" INTEGER,
    "meeting_id" INTEGER,
    "presented_on" DATE,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_agreement" (
    "report_id" INTEGER NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "agreed_at" TIMESTAMP(3) NOT NULL,
    "agreed_by_id" INTEGER NOT NULL,

    CONSTRAINT "platform_agreement_pkey" PRIMARY KEY ("report_id","organisation_id")
);

-- CreateTable
CREATE TABLE "platform_activity" (
    "report_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "organisation_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "time" TEXT NOT NULL DEFAULT '',
    "officials" INTEGER,
    "community" INTEGER,
    "reach" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "platform_activity_pkey" PRIMARY KEY ("report_id","position")
);

-- CreateTable
CREATE TABLE "platform_activity_node" (
    "report_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,

    CONSTRAINT "platform_activity_node_pkey" PRIMARY KEY ("report_id","position","node_id")
);

-- CreateTable
CREATE TABLE "platform_point" (
    "text_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "report_id" INTEGER NOT NULL,
    "kind" "platform_point_kind" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "platform_point_pkey" PRIMARY KEY ("text_id")
);

-- CreateIndex
CREATE INDEX "platform_member_unit_id_idx" ON "platform_member"("unit_id");

-- CreateIndex
CREATE INDEX "platform_member_organisation_id_idx" ON "platform_member"("organisation_id");

-- CreateIndex
CREATE INDEX "platform_report_organisation_id_idx" ON "platform_report"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_report_id_plan_id_key" ON "platform_report"("id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_report_unit_id_year_key" ON "platform_report"("unit_id", "year");

-- CreateIndex
CREATE INDEX "platform_agreement_organisation_id_idx" ON "platform_agreement"("organisation_id");

-- CreateIndex
CREATE INDEX "platform_activity_organisation_id_idx" ON "platform_activity"("organisation_id");

-- CreateIndex
CREATE INDEX "platform_activity_node_node_id_idx" ON "platform_activity_node"("node_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_point_report_id_kind_position_key" ON "platform_point"("report_id", "kind", "position");

-- CreateIndex
CREATE UNIQUE INDEX "platform_point_text_id_plan_id_key" ON "platform_point"("text_id", "plan_id");

-- AddForeignKey
ALTER TABLE "platform_member" ADD CONSTRAINT "platform_member_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_member" ADD CONSTRAINT "platform_member_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_member" ADD CONSTRAINT "platform_member_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_report" ADD CONSTRAINT "platform_report_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_report" ADD CONSTRAINT "platform_report_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_report" ADD CONSTRAINT "platform_report_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_report" ADD CONSTRAINT "platform_report_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_report" ADD CONSTRAINT "platform_report_meeting_id_plan_id_fkey" FOREIGN KEY ("meeting_id", "plan_id") REFERENCES "meeting"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_agreement" ADD CONSTRAINT "platform_agreement_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "platform_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_agreement" ADD CONSTRAINT "platform_agreement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_agreement" ADD CONSTRAINT "platform_agreement_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_activity" ADD CONSTRAINT "platform_activity_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "platform_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_activity" ADD CONSTRAINT "platform_activity_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_activity_node" ADD CONSTRAINT "platform_activity_node_report_id_position_fkey" FOREIGN KEY ("report_id", "position") REFERENCES "platform_activity"("report_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_activity_node" ADD CONSTRAINT "platform_activity_node_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_point" ADD CONSTRAINT "platform_point_text_id_plan_id_fkey" FOREIGN KEY ("text_id", "plan_id") REFERENCES "addressed_text"("id", "plan_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_point" ADD CONSTRAINT "platform_point_report_id_plan_id_fkey" FOREIGN KEY ("report_id", "plan_id") REFERENCES "platform_report"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.
CREATE UNIQUE INDEX "platform_member_present_key" ON "platform_member" ("unit_id", "organisation_id") WHERE "until" IS NULL;
ALTER TABLE "platform_member" ADD CONSTRAINT "platform_member_days_check" CHECK ("until" >= "since");
ALTER TABLE "platform_report"
  ADD CONSTRAINT "platform_report_year_check" CHECK ("year" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "platform_report_agreed_check" CHECK (num_nonnulls("agreed_on", "member_count")
    = CASE "state" WHEN 'draft' THEN 0 ELSE 2 END AND "member_count" > 0),
  ADD CONSTRAINT "platform_report_presented_check" CHECK (num_nonnulls("meeting_id", "presented_on")
    = CASE WHEN "state" IN ('presented', 'answered') THEN 2 ELSE 0 END
    AND ("visibility" <> 'platform' OR "meeting_id" IS NULL));
ALTER TABLE "platform_activity"
  ADD CONSTRAINT "platform_activity_position_check" CHECK ("position" > 0),
  ADD CONSTRAINT "platform_activity_title_check" CHECK ("title" <> ''),
  ADD CONSTRAINT "platform_activity_reach_check" CHECK ("officials" >= 0 AND "community" >= 0);
ALTER TABLE "platform_point" ADD CONSTRAINT "platform_point_position_check" CHECK ("position" > 0
  AND ("kind" = 'challenge' OR "position" <= 3));

-- Once it is presented, a report stays as it was: all that follows is that its last point is answered.
CREATE FUNCTION "keep_platform_report"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  later CONSTANT text[] := ARRAY['state', 'row_version'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'draft' THEN RETURN OLD; END IF;
  ELSIF OLD.state IN ('draft', 'agreed') THEN
    IF ROW(NEW.plan_id, NEW.unit_id, NEW.year) = ROW(OLD.plan_id, OLD.unit_id, OLD.year) THEN RETURN NEW; END IF;
  ELSIF NEW.state >= OLD.state AND to_jsonb(NEW) - later = to_jsonb(OLD) - later THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the report of the platform is kept' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "platform_report_kept" BEFORE UPDATE OR DELETE ON "platform_report"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_report"();

-- What it consists of, and who agreed to it, changes only while it is a draft.
CREATE FUNCTION "keep_platform_report_part"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "platform_report" r WHERE r.id = present.report_id AND r.state <> 'draft')
  THEN RAISE EXCEPTION 'the report of the platform is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;
CREATE TRIGGER "platform_activity_kept" BEFORE INSERT OR UPDATE OR DELETE ON "platform_activity"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_report_part"();
CREATE TRIGGER "platform_activity_node_kept" BEFORE INSERT OR UPDATE OR DELETE ON "platform_activity_node"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_report_part"();
CREATE TRIGGER "platform_agreement_kept" BEFORE INSERT OR UPDATE OR DELETE ON "platform_agreement"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_report_part"();
CREATE TRIGGER "platform_point_kept" BEFORE INSERT OR UPDATE OR DELETE ON "platform_point"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_report_part"();

-- The words of its points stand in their rounds; from the presentation on, whom they address stays too.
CREATE FUNCTION "keep_platform_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'DELETE' OR (NEW.body <> OLD.body AND NEW.redacted_at IS NULL)) AND EXISTS (SELECT FROM "platform_point" p
    JOIN "platform_report" r ON r.id = p.report_id WHERE p.text_id = OLD.text_id AND r.state <> 'draft')
  THEN RAISE EXCEPTION 'the report of the platform is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "platform_words_kept" BEFORE UPDATE OR DELETE ON "addressed_round"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_words"();
CREATE FUNCTION "keep_platform_units"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "platform_point" p JOIN "platform_report" r ON r.id = p.report_id
    WHERE p.text_id = present.text_id AND r.state >= 'presented')
  THEN RAISE EXCEPTION 'the report of the platform is presented' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;
CREATE TRIGGER "platform_units_kept" BEFORE INSERT OR UPDATE OR DELETE ON "addressed_unit"
  FOR EACH ROW EXECUTE FUNCTION "keep_platform_units"();
