-- AlterTable
ALTER TABLE "review_answer" ADD COLUMN     "acceptance_id" INTEGER;

-- CreateTable
CREATE TABLE "review_acceptance" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "submission" INTEGER NOT NULL,
    "accepted_at" TIMESTAMP(3) NOT NULL,
    "accepted_by_id" INTEGER NOT NULL,

    CONSTRAINT "review_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_acceptance_report_id_submission_idx" ON "review_acceptance"("report_id", "submission");

-- CreateIndex
CREATE INDEX "review_answer_acceptance_id_idx" ON "review_answer"("acceptance_id");

-- AddForeignKey
ALTER TABLE "review_answer" ADD CONSTRAINT "review_answer_acceptance_id_fkey" FOREIGN KEY ("acceptance_id") REFERENCES "review_acceptance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_acceptance" ADD CONSTRAINT "review_acceptance_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_acceptance" ADD CONSTRAINT "review_acceptance_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
