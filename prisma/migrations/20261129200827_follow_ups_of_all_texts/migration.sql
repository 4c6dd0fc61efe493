-- Meetings are told not only of decisions, but of all that was addressed to governments. What they were told so far stays.
ALTER TABLE "decision_follow_up" RENAME TO "follow_up";
ALTER TABLE "follow_up" RENAME CONSTRAINT "decision_follow_up_pkey" TO "follow_up_pkey";
ALTER TABLE "follow_up" RENAME CONSTRAINT "decision_follow_up_redacted_check" TO "follow_up_redacted_check";
ALTER TABLE "follow_up" RENAME CONSTRAINT "decision_follow_up_meeting_id_plan_id_fkey" TO "follow_up_meeting_id_plan_id_fkey";
ALTER INDEX "decision_follow_up_meeting_id_idx" RENAME TO "follow_up_meeting_id_idx";
ALTER TRIGGER "decision_follow_up_kept" ON "follow_up" RENAME TO "follow_up_kept";

-- DropForeignKey
ALTER TABLE "follow_up" DROP CONSTRAINT "decision_follow_up_text_id_plan_id_fkey";

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_text_id_plan_id_fkey" FOREIGN KEY ("text_id", "plan_id") REFERENCES "addressed_text"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say: of words that weren't passed on to governments no meeting is told anything.
CREATE FUNCTION "follow_passed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "addressed_round" r WHERE r.text_id = NEW.text_id AND r.stage = 'passed')
  THEN RAISE EXCEPTION 'its words were not passed on' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "follow_up_of_passed" BEFORE INSERT ON "follow_up"
  FOR EACH ROW EXECUTE FUNCTION "follow_passed"();
