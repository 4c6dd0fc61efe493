-- Meetings of the process, with their agenda, their sources, and how many came.
-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('som', 'imm', 'somImm', 'rtf', 'taskForce', 'youthForum', 'platform', 'workshop');

-- CreateEnum
CREATE TYPE "meeting_state" AS ENUM ('planned', 'papersOut', 'held', 'outcomeAgreed', 'closed');

-- CreateTable
CREATE TABLE "meeting" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "meeting_kind" NOT NULL,
    "state" "meeting_state" NOT NULL DEFAULT 'planned',
    "year" INTEGER NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "is_online" BOOLEAN NOT NULL DEFAULT false,
    "host_unit_id" INTEGER,
    "unit_id" INTEGER,
    "release_id" INTEGER,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_text" (
    "meeting_id" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "meeting_text_pkey" PRIMARY KEY ("meeting_id","locale")
);

-- CreateTable
CREATE TABLE "meeting_source" (
    "id" SERIAL NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "meeting_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_point" (
    "meeting_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "speaker" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "agenda_point_pkey" PRIMARY KEY ("meeting_id","position")
);

-- CreateTable
CREATE TABLE "agenda_point_text" (
    "meeting_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "agenda_point_text_pkey" PRIMARY KEY ("meeting_id","position","locale")
);

-- CreateTable
CREATE TABLE "agenda_point_node" (
    "meeting_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,

    CONSTRAINT "agenda_point_node_pkey" PRIMARY KEY ("meeting_id","position","node_id")
);

-- CreateTable
CREATE TABLE "meeting_participants" (
    "meeting_id" INTEGER NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "meeting_participants_pkey" PRIMARY KEY ("meeting_id","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_plan_id_code_key" ON "meeting"("plan_id", "code");

-- CreateIndex
CREATE INDEX "meeting_source_meeting_id_idx" ON "meeting_source"("meeting_id");

-- CreateIndex
CREATE INDEX "agenda_point_node_node_id_idx" ON "agenda_point_node"("node_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_id_plan_id_key" ON "release"("id", "plan_id");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_host_unit_id_plan_id_fkey" FOREIGN KEY ("host_unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_release_id_plan_id_fkey" FOREIGN KEY ("release_id", "plan_id") REFERENCES "release"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_text" ADD CONSTRAINT "meeting_text_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_source" ADD CONSTRAINT "meeting_source_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_point" ADD CONSTRAINT "agenda_point_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_point_text" ADD CONSTRAINT "agenda_point_text_meeting_id_position_fkey" FOREIGN KEY ("meeting_id", "position") REFERENCES "agenda_point"("meeting_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_point_node" ADD CONSTRAINT "agenda_point_node_meeting_id_position_fkey" FOREIGN KEY ("meeting_id", "position") REFERENCES "agenda_point"("meeting_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_point_node" ADD CONSTRAINT "agenda_point_node_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_participants" ADD CONSTRAINT "meeting_participants_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say: a code is part of an address, and of the numbers of decisions, `SOM11-D3`.
ALTER TABLE "meeting"
  ADD CONSTRAINT "meeting_code_check" CHECK ("code" ~ '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$' AND length("code") <= 24
    AND "code" !~ '-D[0-9]+$'),
  ADD CONSTRAINT "meeting_year_check" CHECK ("year" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "meeting_days_check" CHECK (num_nonnulls("starts_on", "ends_on") IN (0, 2)
    AND "starts_on" <= "ends_on" AND extract(year FROM "starts_on") = "year"),
  ADD CONSTRAINT "meeting_unit_check" CHECK (CASE
    WHEN "kind" = 'taskForce' THEN "unit_id" IS NOT NULL
    WHEN "kind" IN ('som', 'imm', 'somImm', 'rtf') THEN "unit_id" IS NULL
    ELSE true END),
  ADD CONSTRAINT "meeting_release_check" CHECK ("state" <> 'planned' OR "release_id" IS NULL);
ALTER TABLE "meeting_text" ADD CONSTRAINT "meeting_text_title_check" CHECK ("title" <> '');
ALTER TABLE "meeting_source" ADD CONSTRAINT "meeting_source_title_check" CHECK ("title" <> '');
ALTER TABLE "agenda_point" ADD CONSTRAINT "agenda_point_position_check" CHECK ("position" > 0);
ALTER TABLE "agenda_point_text" ADD CONSTRAINT "agenda_point_text_title_check" CHECK ("title" <> '');
ALTER TABLE "meeting_participants" ADD CONSTRAINT "meeting_participants_count_check" CHECK ("count" > 0);

-- Once its papers are out, a meeting looks at the results that they say, is known by its code, and stays.
CREATE FUNCTION "keep_meeting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'planned' THEN RETURN OLD; END IF;
  ELSIF NEW.plan_id = OLD.plan_id AND NEW.state >= OLD.state AND (OLD.state = 'planned'
    OR (NEW.code = OLD.code AND NEW.release_id IS NOT DISTINCT FROM OLD.release_id))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the papers of meeting % are out', OLD.code USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "meeting_kept" BEFORE UPDATE OR DELETE ON "meeting"
  FOR EACH ROW EXECUTE FUNCTION "keep_meeting"();
CREATE TRIGGER "meeting_never_emptied" BEFORE TRUNCATE ON "meeting"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
