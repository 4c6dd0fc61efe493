-- CreateTable
CREATE TABLE "mention" (
    "comment_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "seen_at" TIMESTAMP(3),

    CONSTRAINT "mention_pkey" PRIMARY KEY ("comment_id","person_id")
);

-- CreateIndex
CREATE INDEX "mention_person_id_idx" ON "mention"("person_id");

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "value_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
