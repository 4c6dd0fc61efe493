-- Key actions of decisions: nobody responds to a decision, and each unit says what it does about it.
-- AlterTable
ALTER TABLE "key_action" ALTER COLUMN "round" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "key_action_unit_id_idx" ON "key_action"("unit_id");

-- AddForeignKey
ALTER TABLE "key_action" ADD CONSTRAINT "key_action_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "addressed_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_action" ADD CONSTRAINT "key_action_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "reporting_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.
-- Those of no round are of a decision whose outcome is agreed, and of its plan.
CREATE FUNCTION "begin_key_action"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.round IS NULL AND NOT EXISTS (SELECT FROM "meeting_decision" d JOIN "meeting" m ON m.id = d.meeting_id
    JOIN "reporting_unit" u ON u.plan_id = d.plan_id
    WHERE d.text_id = NEW.text_id AND m.state >= 'outcomeAgreed' AND u.id = NEW.unit_id)
  THEN RAISE EXCEPTION 'no agreed decision has this key action' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "key_action_begun" BEFORE INSERT ON "key_action"
  FOR EACH ROW EXECUTE FUNCTION "begin_key_action"();

-- What is promised of a decision stays from the moment at which it is said.
CREATE OR REPLACE FUNCTION "refuse_all_but_telling"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told CONSTANT text[] := ARRAY['state', 'due_on', 'done_on', 'evidence_title', 'evidence_url', 'reason', 'told_at', 'told_by_id'];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - told = to_jsonb(NEW) - told THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.body = ''
    AND to_jsonb(OLD) - ARRAY['body', 'redacted_at'] = to_jsonb(NEW) - ARRAY['body', 'redacted_at']
  THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND OLD.round IS NOT NULL AND NOT EXISTS (SELECT FROM unit_response r WHERE r.text_id = OLD.text_id
    AND r.round = OLD.round AND r.unit_id = OLD.unit_id AND r.state = 'given')
  THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, and told anew', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
