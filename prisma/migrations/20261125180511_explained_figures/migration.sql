-- AlterTable
ALTER TABLE "value_comment" ADD COLUMN     "figures_up_to" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "value_revision" ADD COLUMN     "sequence" BIGSERIAL NOT NULL;

-- What was said so far was said of the figures that stood then.
UPDATE "value_comment" k SET "figures_up_to" = coalesce((
  SELECT max(r."sequence") FROM "value_revision" r
  WHERE r."report_id" = k."report_id" AND r."created_at" <= k."created_at"
), 0);
