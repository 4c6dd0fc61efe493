-- What is hidden when a report is approved is drawn from it, so that its review shows what the approval does.
ALTER TABLE "report" ADD COLUMN "chance" UUID NOT NULL DEFAULT gen_random_uuid();
