-- What "suppressed" told of a value when it first showed so. It isn't known of rows that stand: some were dark.
ALTER TABLE "result" ADD COLUMN "told_least" INTEGER;
-- Only of what shows as suppressed is there anything to say; 1 is nothing.
ALTER TABLE "result" ADD CONSTRAINT "result_told_least_check"
  CHECK ("told_least" IS NULL OR ("told_least" >= 1 AND "disclosure_state" = 'suppressed'));
