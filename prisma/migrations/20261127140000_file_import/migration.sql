-- A file is imported into a report; it was said to fill it.
ALTER TABLE "file_fill" RENAME TO "file_import";
ALTER SEQUENCE "file_fill_id_seq" RENAME TO "file_import_id_seq";
ALTER TABLE "file_import" RENAME COLUMN "filled" TO "imported";
ALTER TABLE "file_import" RENAME CONSTRAINT "file_fill_pkey" TO "file_import_pkey";
ALTER TABLE "file_import" RENAME CONSTRAINT "file_fill_report_id_fkey" TO "file_import_report_id_fkey";
ALTER TABLE "file_import" RENAME CONSTRAINT "file_fill_created_by_id_fkey" TO "file_import_created_by_id_fkey";
ALTER TABLE "value_revision" RENAME COLUMN "fill_id" TO "import_id";
ALTER TABLE "value_revision" RENAME CONSTRAINT "value_revision_fill_id_fkey" TO "value_revision_import_id_fkey";
ALTER TRIGGER "file_fill_append_only" ON "file_import" RENAME TO "file_import_append_only";
ALTER TRIGGER "file_fill_never_emptied" ON "file_import" RENAME TO "file_import_never_emptied";
