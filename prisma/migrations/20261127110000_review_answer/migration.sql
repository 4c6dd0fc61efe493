-- What a reviewer says to an indicator is a review answer; a mark is what is drawn or printed.
ALTER TYPE "mark" RENAME TO "review_answer_kind";
ALTER TABLE "review_mark" RENAME TO "review_answer";
ALTER TABLE "review_answer" RENAME COLUMN "mark" TO "answer";
ALTER TABLE "review_answer" RENAME COLUMN "marked_at" TO "answered_at";
ALTER TABLE "review_answer" RENAME COLUMN "marked_by_id" TO "answered_by_id";
ALTER TABLE "review_answer" RENAME CONSTRAINT "review_mark_pkey" TO "review_answer_pkey";
ALTER TABLE "review_answer" RENAME CONSTRAINT "review_mark_report_id_fkey" TO "review_answer_report_id_fkey";
ALTER TABLE "review_answer" RENAME CONSTRAINT "review_mark_indicator_id_fkey" TO "review_answer_indicator_id_fkey";
ALTER TABLE "review_answer" RENAME CONSTRAINT "review_mark_marked_by_id_fkey" TO "review_answer_answered_by_id_fkey";
ALTER TABLE "review_answer" RENAME CONSTRAINT "review_mark_replied_by_id_fkey" TO "review_answer_replied_by_id_fkey";
