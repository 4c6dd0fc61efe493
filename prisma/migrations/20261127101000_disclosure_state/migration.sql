-- How a value shows to the public is its disclosure state; a mark is no longer three things.
ALTER TYPE "public_mark" RENAME TO "disclosure_state";
ALTER TABLE "result" RENAME COLUMN "public_mark" TO "disclosure_state";
ALTER TABLE "result" RENAME COLUMN "seen_mark" TO "seen_state";
ALTER TABLE "hidden_figure" RENAME COLUMN "mark" TO "state";
ALTER TABLE "former_figure" RENAME COLUMN "mark" TO "state";
ALTER TABLE "result" RENAME CONSTRAINT "result_public_mark_check" TO "result_disclosure_state_check";
ALTER TABLE "result" RENAME CONSTRAINT "result_seen_mark_check" TO "result_seen_state_check";
ALTER TABLE "hidden_figure" RENAME CONSTRAINT "hidden_figure_mark_check" TO "hidden_figure_state_check";
