-- What meetings decide, and what later ones are told of it.
-- CreateEnum
CREATE TYPE "meeting_decision_kind" AS ENUM ('documentAdopted', 'regionalPriority', 'task', 'nextMeeting', 'planExtended');

-- CreateEnum
CREATE TYPE "follow_up_status" AS ENUM ('done', 'underWay', 'notBegun');

-- CreateTable
CREATE TABLE "meeting_decision" (
    "text_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "meeting_decision_kind" NOT NULL,
    "due_on" DATE,

    CONSTRAINT "meeting_decision_pkey" PRIMARY KEY ("text_id")
);

-- CreateTable
CREATE TABLE "decision_follow_up" (
    "text_id" INTEGER NOT NULL,
    "meeting_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "status" "follow_up_status" NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "decision_follow_up_pkey" PRIMARY KEY ("text_id","meeting_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_decision_meeting_id_number_key" ON "meeting_decision"("meeting_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_decision_text_id_plan_id_key" ON "meeting_decision"("text_id", "plan_id");

-- CreateIndex
CREATE INDEX "decision_follow_up_meeting_id_idx" ON "decision_follow_up"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_id_plan_id_key" ON "meeting"("id", "plan_id");

-- AddForeignKey
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_text_id_plan_id_fkey" FOREIGN KEY ("text_id", "plan_id") REFERENCES "addressed_text"("id", "plan_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_meeting_id_plan_id_fkey" FOREIGN KEY ("meeting_id", "plan_id") REFERENCES "meeting"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_follow_up" ADD CONSTRAINT "decision_follow_up_text_id_plan_id_fkey" FOREIGN KEY ("text_id", "plan_id") REFERENCES "meeting_decision"("text_id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_follow_up" ADD CONSTRAINT "decision_follow_up_meeting_id_plan_id_fkey" FOREIGN KEY ("meeting_id", "plan_id") REFERENCES "meeting"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_number_check" CHECK ("number" > 0);

-- Decisions are written down before the outcome is agreed; afterwards their words, and whom they address, stay.
CREATE FUNCTION "keep_decision"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "meeting_decision" d JOIN "meeting" m ON m.id = d.meeting_id
    WHERE d.text_id = present.text_id AND m.state >= 'outcomeAgreed')
  THEN RAISE EXCEPTION 'the outcome of the meeting is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;
CREATE TRIGGER "meeting_decision_kept" BEFORE UPDATE OR DELETE ON "meeting_decision"
  FOR EACH ROW EXECUTE FUNCTION "keep_decision"();
CREATE TRIGGER "decision_units_kept" BEFORE INSERT OR UPDATE OR DELETE ON "addressed_unit"
  FOR EACH ROW EXECUTE FUNCTION "keep_decision"();
CREATE TRIGGER "meeting_decision_never_emptied" BEFORE TRUNCATE ON "meeting_decision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE FUNCTION "begin_decision"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "meeting" m WHERE m.id = NEW.meeting_id AND m.state >= 'outcomeAgreed')
  THEN RAISE EXCEPTION 'the outcome of the meeting is agreed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "meeting_decision_begun" BEFORE INSERT ON "meeting_decision"
  FOR EACH ROW EXECUTE FUNCTION "begin_decision"();

-- What a meeting was told stays once it is closed.
CREATE FUNCTION "keep_follow_up"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present record;
BEGIN
  IF TG_OP = 'DELETE' THEN present := OLD; ELSE present := NEW; END IF;
  IF EXISTS (SELECT FROM "meeting" m WHERE m.id = present.meeting_id AND m.state = 'closed')
  THEN RAISE EXCEPTION 'the meeting is closed' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN present;
END $$;
CREATE TRIGGER "decision_follow_up_kept" BEFORE INSERT OR UPDATE OR DELETE ON "decision_follow_up"
  FOR EACH ROW EXECUTE FUNCTION "keep_follow_up"();
