-- CreateEnum
CREATE TYPE "key_action_state" AS ENUM ('planned', 'underWay', 'done', 'stopped');

-- CreateTable
CREATE TABLE "key_action" (
    "id" SERIAL NOT NULL,
    "text_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "organisation_id" INTEGER,
    "first_due_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "key_action_state" NOT NULL DEFAULT 'planned',
    "done_on" DATE,
    "evidence_title" TEXT NOT NULL DEFAULT '',
    "evidence_url" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_by_id" INTEGER NOT NULL,
    "told_at" TIMESTAMP(3),
    "told_by_id" INTEGER,
    "redacted_at" TIMESTAMP(3),

    CONSTRAINT "key_action_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "key_action_text_id_round_unit_id_idx" ON "key_action"("text_id", "round", "unit_id");

-- CreateIndex
CREATE INDEX "key_action_organisation_id_idx" ON "key_action"("organisation_id");

-- AddForeignKey
ALTER TABLE "key_action" ADD CONSTRAINT "key_action_text_id_round_unit_id_fkey" FOREIGN KEY ("text_id", "round", "unit_id") REFERENCES "unit_response"("text_id", "round", "unit_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_action" ADD CONSTRAINT "key_action_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_action" ADD CONSTRAINT "key_action_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_action" ADD CONSTRAINT "key_action_told_by_id_fkey" FOREIGN KEY ("told_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema can't say.

ALTER TABLE "key_action"
  ADD CONSTRAINT "key_action_body_check" CHECK (("body" = '') = ("redacted_at" IS NOT NULL)),
  ADD CONSTRAINT "key_action_done_check" CHECK (("state" = 'done') = ("done_on" IS NOT NULL)
    AND ("state" <> 'done' OR "evidence_url" <> '')),
  ADD CONSTRAINT "key_action_evidence_check" CHECK (("evidence_title" = '') = ("evidence_url" = '')),
  ADD CONSTRAINT "key_action_reason_check" CHECK (("reason" <> '') = ("state" = 'stopped')),
  ADD CONSTRAINT "key_action_told_check" CHECK (num_nonnulls("told_at", "told_by_id") IN (0, 2));

-- Once the response is given, what was promised, by whom and by when stays as it was told first; how it stands is told anew.
CREATE FUNCTION "refuse_all_but_telling"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told CONSTANT text[] := ARRAY['state', 'due_on', 'done_on', 'evidence_title', 'evidence_url', 'reason', 'told_at', 'told_by_id'];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - told = to_jsonb(NEW) - told THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.body = ''
    AND to_jsonb(OLD) - ARRAY['body', 'redacted_at'] = to_jsonb(NEW) - ARRAY['body', 'redacted_at']
  THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM unit_response r WHERE r.text_id = OLD.text_id AND r.round = OLD.round
    AND r.unit_id = OLD.unit_id AND r.state = 'given')
  THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are only ever added, and told anew', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "key_action_kept" BEFORE UPDATE OR DELETE ON "key_action"
  FOR EACH ROW EXECUTE FUNCTION "refuse_all_but_telling"();
