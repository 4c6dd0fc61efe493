-- Readers keep what they saw of a figure: it may be marked "suppressed" since, and was `<5` before.
ALTER TABLE "result" ADD COLUMN "seen_mark" "public_mark";
UPDATE "result" SET "seen_mark" = "public_mark";
ALTER TABLE "result" ALTER COLUMN "seen_mark" SET NOT NULL;

-- What Prisma's schema can't say: marks stand in the order of what they tell.
ALTER TABLE "result" ADD CONSTRAINT "result_seen_mark_check"
  CHECK ("seen_mark" <= "public_mark" AND ("seen_mark" = 'missing') = ("public_mark" = 'missing'));
