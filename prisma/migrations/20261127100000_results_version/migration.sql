-- The number under which results are public is the results version; a publication is a document made for readers.
ALTER TYPE "publication_cause" RENAME TO "results_cause";
ALTER TABLE "publication_version" RENAME TO "results_version";
ALTER TABLE "results_version" RENAME CONSTRAINT "publication_version_pkey" TO "results_version_pkey";
ALTER TABLE "results_version" RENAME CONSTRAINT "publication_version_plan_id_fkey" TO "results_version_plan_id_fkey";
ALTER TABLE "plan" RENAME COLUMN "publication_version" TO "results_version";
ALTER TABLE "result" RENAME COLUMN "publication_version" TO "results_version";
ALTER TABLE "published_narrative" RENAME COLUMN "publication_version" TO "results_version";
