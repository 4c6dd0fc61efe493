-- CreateTable
CREATE TABLE "submission_declaration" (
    "report_id" INTEGER NOT NULL,
    "submission" INTEGER NOT NULL,
    "approver" TEXT NOT NULL,
    "approver_function" TEXT NOT NULL,
    "declared_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "declared_by_id" INTEGER NOT NULL,

    CONSTRAINT "submission_declaration_pkey" PRIMARY KEY ("report_id","submission")
);

-- AddForeignKey
ALTER TABLE "submission_declaration" ADD CONSTRAINT "submission_declaration_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_declaration" ADD CONSTRAINT "submission_declaration_declared_by_id_fkey" FOREIGN KEY ("declared_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
