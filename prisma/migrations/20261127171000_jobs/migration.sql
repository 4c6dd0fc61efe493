-- One table for every kind of long or timed work. Jobs stood in a schema of the queue's own before, and how far a publication
-- was, in its row.
CREATE TYPE "job_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

CREATE TABLE "job" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT,
    "payload" JSONB NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "state" "job_state" NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMP(3) NOT NULL,
    "wanted_until" TIMESTAMP(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lost" INTEGER NOT NULL DEFAULT 0,
    "step" TEXT,
    "part" DOUBLE PRECISION,
    "beat_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "job_running" CHECK ("state" <> 'running' OR "beat_at" IS NOT NULL),
    CONSTRAINT "job_ended" CHECK (("state" IN ('done', 'failed', 'cancelled')) = ("finished_at" IS NOT NULL)),
    CONSTRAINT "job_part" CHECK ("part" BETWEEN 0 AND 1)
);

CREATE INDEX "job_state_due_at_idx" ON "job"("state", "due_at");
CREATE UNIQUE INDEX "job_one_of_key" ON "job"("kind", "key") WHERE "state" IN ('waiting', 'running');

-- A publication that waits gets a job; one that is being made is its maker's, who has ended: it is taken back as any other.
INSERT INTO "job" ("kind", "payload", "state", "due_at", "attempt", "lost", "beat_at", "created_at")
SELECT 'publication', jsonb_build_object('publication', "id"),
  CASE "state" WHEN 'making' THEN 'running'::"job_state" ELSE 'waiting' END,
  "requested_at", CASE "state" WHEN 'making' THEN 1 ELSE 0 END, "lost",
  CASE "state" WHEN 'making' THEN COALESCE("worked_at", "requested_at") END, "requested_at"
FROM "publication" WHERE "state" IN ('queued', 'making') ORDER BY "id";

DROP INDEX "publication_state_idx";
ALTER TABLE "publication" DROP COLUMN "attempt",
DROP COLUMN "lost",
DROP COLUMN "step",
DROP COLUMN "worked_at",
ADD COLUMN     "job_id" INTEGER;

UPDATE "publication" SET "job_id" = j."id" FROM "job" j
WHERE j."kind" = 'publication' AND j."payload" = jsonb_build_object('publication', "publication"."id");

CREATE INDEX "publication_job_id_idx" ON "publication"("job_id");
ALTER TABLE "publication" ADD CONSTRAINT "publication_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Another user of the server may have made the former queue: then it stays, and nobody reads it.
DO $$
BEGIN
  DROP SCHEMA IF EXISTS "pgboss" CASCADE;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END
$$;
