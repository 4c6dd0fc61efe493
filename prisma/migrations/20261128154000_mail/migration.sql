-- What people are told by mail, once each, and what they don't want to be told.
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sending', 'sent', 'kept', 'failed', 'bounced', 'unknown', 'dropped');
CREATE TABLE "mail" (
  "id" SERIAL NOT NULL,
  "kind" TEXT NOT NULL,
  "once" TEXT NOT NULL,
  "user_id" INTEGER,
  "email" TEXT,
  "locale" TEXT,
  "state" "mail_state" NOT NULL DEFAULT 'waiting',
  "reference" UUID NOT NULL DEFAULT gen_random_uuid(),
  "created_at" TIMESTAMP(3) NOT NULL,
  "due_at" TIMESTAMP(3) NOT NULL,
  "attempt" INTEGER NOT NULL DEFAULT 0,
  "claimed_at" TIMESTAMP(3),
  "handed_at" TIMESTAMP(3),
  "ended_at" TIMESTAMP(3),
  "reason" TEXT,
  CONSTRAINT "mail_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_to_check" CHECK (("user_id" IS NULL) = ("email" IS NOT NULL AND "locale" IS NOT NULL)),
  CONSTRAINT "mail_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "mail_once_key" ON "mail" ("once");
CREATE INDEX "mail_state_due_at_idx" ON "mail" ("state", "due_at");
CREATE INDEX "mail_user_id_idx" ON "mail" ("user_id");

CREATE TABLE "mail_notice" (
  "id" SERIAL NOT NULL,
  "mail_id" INTEGER NOT NULL,
  "once" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "args" JSONB NOT NULL,
  "created_at" TIMESTAMP(3) NOT NULL,
  "left_out" TEXT,
  CONSTRAINT "mail_notice_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_notice_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "mail_notice_once_key" ON "mail_notice" ("once");
CREATE INDEX "mail_notice_mail_id_idx" ON "mail_notice" ("mail_id");

CREATE TABLE "unwanted_mail" (
  "user_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  CONSTRAINT "unwanted_mail_pkey" PRIMARY KEY ("user_id", "kind"),
  CONSTRAINT "unwanted_mail_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

-- An address that bounced is tried again once it is another one, whoever changes it.
ALTER TABLE "user" ADD COLUMN "mail_bounced_at" TIMESTAMP(3);
CREATE FUNCTION "forget_bounce"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."mail_bounced_at" := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER "user_forget_bounce" BEFORE UPDATE OF "email" ON "user" FOR EACH ROW
  WHEN (OLD."email" IS DISTINCT FROM NEW."email") EXECUTE FUNCTION "forget_bounce"();
