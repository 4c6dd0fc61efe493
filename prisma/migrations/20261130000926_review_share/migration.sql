-- CreateTable
CREATE TABLE "review_share" (
    "report_id" INTEGER NOT NULL,
    "goal_id" INTEGER NOT NULL,
    "taken_at" TIMESTAMP(3) NOT NULL,
    "reviewer_id" INTEGER NOT NULL,

    CONSTRAINT "review_share_pkey" PRIMARY KEY ("report_id","goal_id")
);

-- AddForeignKey
ALTER TABLE "review_share" ADD CONSTRAINT "review_share_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_share" ADD CONSTRAINT "review_share_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "framework_node"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_share" ADD CONSTRAINT "review_share_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
