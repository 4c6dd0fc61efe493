-- CreateEnum
CREATE TYPE "publication_kind" AS ENUM ('regional', 'country', 'goal', 'dataBook');

-- CreateEnum
CREATE TYPE "publication_state" AS ENUM ('queued', 'making', 'ready', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "publication_format" AS ENUM ('pdf', 'docx', 'html', 'xlsx', 'csv');

-- CreateTable
CREATE TABLE "publication" (
    "id" SERIAL NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "kind" "publication_kind" NOT NULL,
    "is_internal" BOOLEAN NOT NULL,
    "settings" JSONB NOT NULL,
    "state" "publication_state" NOT NULL DEFAULT 'queued',
    "step" TEXT NOT NULL DEFAULT 'waiting',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lost" INTEGER NOT NULL DEFAULT 0,
    "worked_at" TIMESTAMP(3),
    "requested_at" TIMESTAMP(3) NOT NULL,
    "requested_by_id" INTEGER NOT NULL,
    "finished_at" TIMESTAMP(3),
    "version" INTEGER,
    "content" BYTEA,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_file" (
    "publication_id" INTEGER NOT NULL,
    "format" "publication_format" NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "publication_file_pkey" PRIMARY KEY ("publication_id","format")
);

-- CreateIndex
CREATE INDEX "publication_plan_id_unit_id_idx" ON "publication"("plan_id", "unit_id");

-- CreateIndex
CREATE INDEX "publication_state_idx" ON "publication"("state");

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_unit_id_plan_id_fkey" FOREIGN KEY ("unit_id", "plan_id") REFERENCES "reporting_unit"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_period_id_plan_id_fkey" FOREIGN KEY ("period_id", "plan_id") REFERENCES "reporting_period"("id", "plan_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_file" ADD CONSTRAINT "publication_file_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nothing is offered that doesn't say what it was made from.
ALTER TABLE "publication" ADD CONSTRAINT "publication_ready" CHECK (
    "state" <> 'ready' OR ("version" IS NOT NULL AND "content" IS NOT NULL AND "finished_at" IS NOT NULL)
);
